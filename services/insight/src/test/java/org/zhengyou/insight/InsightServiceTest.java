package org.zhengyou.insight;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ApprovedApi;

class InsightServiceTest {
    @Test
    void what_it_offers_is_approved_and_has_names_for_people() {
        ApprovedApi.match(InsightService.definition());
    }
}
