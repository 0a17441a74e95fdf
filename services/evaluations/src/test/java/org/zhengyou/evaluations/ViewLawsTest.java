package org.zhengyou.evaluations;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ServiceLaws;

class ViewLawsTest {
    @Test
    void every_view_and_directory_obeys_the_laws_of_views() {
        ServiceLaws.check(
                EvaluationsService.definition(),
                Map.of(
                        "campaign-windows",
                        "a campaign is launched once, and its phases and end are fixed a few times;"
                                + " the history has thousands of such facts of one campaign"));
    }
}
