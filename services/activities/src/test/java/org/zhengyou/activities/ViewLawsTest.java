package org.zhengyou.activities;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ServiceLaws;

class ViewLawsTest {
    @Test
    void every_view_and_directory_obeys_the_laws_of_views() {
        ServiceLaws.check(
                ActivitiesService.definition(),
                Map.of(
                        "calendar",
                        "a campaign has four phases and one milestone, moved a few times at most;"
                                + " the history moves them thousands of times"));
    }
}
