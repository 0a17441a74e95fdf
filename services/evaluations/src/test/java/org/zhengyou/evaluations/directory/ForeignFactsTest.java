package org.zhengyou.evaluations.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyou.evaluations.directory.MemberFacts.MemberTransferred;
import org.zhengyou.evaluations.directory.MemberFacts.MembershipEnded;
import org.zhengyou.evaluations.directory.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.kit.spec.ViewLaws;

/** What the members service writes can be read here. */
class ForeignFactsTest {
    @ParameterizedTest
    @MethodSource("records")
    void an_approved_sample_of_the_members_service_is_read_whole(Class<?> type) {
        assertThat(ApprovedSamples.read("members", type)).hasNoNullFieldsOrProperties();
    }

    static List<Class<?>> records() {
        return MemberFacts.ALL;
    }

    @Test
    void the_directory_of_members_does_not_depend_on_the_order_of_facts() {
        var facts =
                ViewLaws.facts(
                        "members",
                        "2010-06-01",
                        new PartyMemberRegistered("ann", "one", "STUDENT"),
                        new MemberTransferred("ann", "one", "two"),
                        new MembershipEnded("ann", "two"));
        ViewLaws.isOrderFree(new MemberDirectory(), facts);
        ViewLaws.survivesStorage(new MemberDirectory(), facts);
    }
}
