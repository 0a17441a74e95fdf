package org.zhengyou.commendations;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ServiceLaws;

class ViewLawsTest {
    @Test
    void every_view_and_directory_obeys_the_laws_of_views() {
        ServiceLaws.check(
                CommendationsService.definition(),
                Map.of(
                        "round",
                        "a round is opened once; the history opens each of a few again and again"));
    }
}
