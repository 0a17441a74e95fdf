package org.zhengyou.kit.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.BranchMembers.Belonging;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;

/** Facts lie a day apart, from 2010-06-01 on. */
class BranchMembersTest {
    private static final int MANY = 10_000;
    private static final int SOME = 300;
    private static final int LARGEST_ROW = 64 * 1024;

    @Test
    void a_branch_is_empty_when_the_last_one_has_left_and_nobody_comes_later() {
        Rows rows =
                Rows.of(
                        new PartyMemberRegistered("ann", "b-1", "STAFF"),
                        new PartyMemberRegistered("bob", "b-1", "STAFF"),
                        new MemberTransferred("ann", "b-1", "b-2"),
                        new MembershipEnded("bob", "b-1"), // 04
                        new MemberTransferred("ann", "b-2", "b-1"),
                        new MembershipEnded("ann", "b-1")); // 06
        assertThat(rows.anyFrom("2010-06-03", "b-1")).isTrue();
        assertThat(rows.anyFrom("2010-06-04", "b-1")).isTrue();
        assertThat(rows.anyFrom("2010-06-04", "b-2")).isTrue();
        assertThat(rows.anyFrom("2010-06-05", "b-2")).isFalse();
        assertThat(rows.anyFrom("2010-06-06", "b-1")).isFalse();
        assertThat(rows.anyFrom("2010-05-31", "b-3")).isFalse();
    }

    @Test
    void ten_thousand_members_of_one_branch_leave_no_large_row() {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < MANY; i++)
            events.add(new PartyMemberRegistered(new UUID(i, i).toString(), "b", "STAFF"));
        Rows rows = Rows.of(events.toArray());
        assertThat(rows.all().all().values())
                .allSatisfy(row -> assertThat(bytes(row)).isLessThan(LARGEST_ROW));
        assertThat(rows.anyFrom("2100-01-01", "b")).isTrue();
    }

    @Test
    void of_many_members_the_last_one_is_seen() {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < SOME; i++)
            events.add(new PartyMemberRegistered("m-" + i, "b", "STAFF"));
        for (int i = 1; i < SOME; i++) events.add(new MembershipEnded("m-" + i, "b"));
        assertThat(Rows.of(events.toArray()).anyFrom("2100-01-01", "b")).isTrue();
        events.add(new MembershipEnded("m-0", "b"));
        assertThat(Rows.of(events.toArray()).anyFrom("2100-01-01", "b")).isFalse();
    }

    private static int bytes(Belonging row) {
        return Json.tolerant().writeValueAsString(row).getBytes(StandardCharsets.UTF_8).length;
    }

    private record Rows(MemoryRows<Belonging> all) implements Lookup {
        static Rows of(Object... events) {
            Rows rows = new Rows(new MemoryRows<>(new BranchMembers()));
            ViewLaws.facts("members", "2010-06-01", events).forEach(rows.all::fold);
            return rows;
        }

        boolean anyFrom(String date, String branch) {
            return BranchMembers.anyFrom(day(date), branch, this);
        }

        @Override
        @SuppressWarnings("unchecked") // the only view there is
        public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
            return (R) all.find(key);
        }
    }
}
