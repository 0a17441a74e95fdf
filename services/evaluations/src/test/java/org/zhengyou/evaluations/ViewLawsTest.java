package org.zhengyou.evaluations;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ServiceLaws;

import java.util.Map;

class ViewLawsTest {
    @Test
    void every_view_and_directory_obeys_the_laws_of_views() {
        ServiceLaws.check(
                EvaluationsService.definition(),
                Map.of("campaign-windows", "three facts per campaign, not thousands"));
    }
}
