package org.zhengyou.activities.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.CAI;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.registered;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.directory.MemberFacts.MemberTransferred;
import org.zhengyou.activities.directory.MemberFacts.MembershipEnded;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.MemoryRows;

/** What is read of other services, and the directory made of it. */
class ForeignFactsTest {
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "members",
                    "2010-06-01",
                    registered(CAI, BRANCH),
                    new MemberTransferred("cai", BRANCH.value(), LIBRARY.value()),
                    new MembershipEnded("cai", LIBRARY.value()));

    @Test
    void the_approved_samples_of_the_members_service_are_understood() {
        for (Class<?> type : MemberFacts.ALL)
            assertThat(ApprovedSamples.read("members", type)).hasNoNullFieldsOrProperties();
    }

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_directory() {
        ViewLaws.isOrderFree(new MemberDirectory(), FACTS);
        ViewLaws.survivesStorage(new MemberDirectory(), FACTS);
    }

    @Test
    void a_member_belongs_to_one_branch_at_an_instant() {
        var rows = new MemoryRows<>(new MemberDirectory());
        FACTS.forEach(rows::fold);
        var cai = rows.find("cai");
        assertThat(cai.at(day("2010-06-01"))).contains(BRANCH.value());
        assertThat(cai.at(day("2010-06-02"))).contains(LIBRARY.value());
        assertThat(cai.at(day("2010-06-03"))).isEmpty();
        assertThat(cai.at(day("2010-05-31"))).isEmpty();
        assertThat(rows.find("unheard-of").isKnown()).isFalse();
    }
}
