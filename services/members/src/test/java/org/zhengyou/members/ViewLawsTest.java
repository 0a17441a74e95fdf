package org.zhengyou.members;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ServiceLaws;

class ViewLawsTest {
    @Test
    void every_view_and_directory_obeys_the_laws_of_views() {
        ServiceLaws.check(
                MembersService.definition(),
                Map.of("policies", "a version of a policy takes a decision of the committee"));
    }
}
