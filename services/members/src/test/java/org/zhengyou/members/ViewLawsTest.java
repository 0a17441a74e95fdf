package org.zhengyou.members;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ServiceLaws;

class ViewLawsTest {
    @Test
    void every_view_and_directory_obeys_the_laws_of_views() {
        ServiceLaws.check(MembersService.definition());
    }
}
