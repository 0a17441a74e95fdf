package org.zhengyou.organizations.register;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.Timeline;

/**
 * 党支部党员 (S66). Which members belonged to a branch, over time: only an empty one is dissolved. The
 * members of a branch are spread over some rows, so that none grows large however many they are; a
 * decision looks at all of these together.
 */
public final class BranchMembers extends Directory<BranchMembers.Belonging> {
    private static final int PARTS = 64;

    /**
     * Some members of one branch.
     *
     * @param members by member id: true from when one belonged to it
     */
    public record Belonging(Ledger<String, Boolean> members) {
        private boolean anyFrom(Instant at) {
            return members.lines().values().stream().anyMatch(since -> belongsFrom(since, at));
        }

        private static boolean belongsFrom(Timeline<Boolean> since, Instant at) {
            return since.at(at).orElse(false)
                    || since.entries().stream().anyMatch(e -> e.value() && e.since().isAfter(at));
        }

        private Belonging with(String member, Fact<?> fact, boolean belongs) {
            return new Belonging(members.with(member, fact.order(), belongs));
        }
    }

    /** The view; its rows are empty. */
    public BranchMembers() {
        super("branch-members", Belonging.class, key -> new Belonging(Ledger.empty()));
    }

    /** Whether anybody belongs to this branch at this instant or comes to it later. */
    static boolean anyFrom(Instant at, OrganizationId branch, Lookup lookup) {
        List<String> parts =
                IntStream.range(0, PARTS).mapToObj(part -> key(branch.value(), part)).toList();
        return lookup.lookAll(BranchMembers.class, parts).values().stream()
                .anyMatch(some -> some.anyFrom(at));
    }

    private static String key(String branch, int part) {
        return branch + '/' + part;
    }

    @Override
    public void on(Fact<?> fact, Documents<Belonging> rows) {
        switch (fact.event()) {
            case PartyMemberRegistered e -> belongs(rows, fact, e.branch(), e.member(), true);
            case MemberTransferred e -> {
                belongs(rows, fact, e.from(), e.member(), false);
                belongs(rows, fact, e.to(), e.member(), true);
            }
            case MembershipEnded e -> belongs(rows, fact, e.branch(), e.member(), false);
            default -> {}
        }
    }

    private static void belongs(
            Documents<Belonging> rows, Fact<?> fact, String branch, String member, boolean is) {
        int part = Math.floorMod(member.hashCode(), PARTS);
        rows.update(key(branch, part), row -> row.with(member, fact, is));
    }
}
