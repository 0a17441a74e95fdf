package org.zhengyou.kit.authority;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * 党支部党员 (S4, S66, S114). Which members belonged to a branch, over time: only an empty one is
 * dissolved, and no roll is longer than the register. The members of a branch are spread over some
 * rows, so that none grows large however many they are; a decision looks at all of these together.
 * Named on the page of a service whose rules ask.
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

        private long at(Instant asOf) {
            return members.at(asOf).values().stream().filter(belongs -> belongs).count();
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
    public static boolean anyFrom(Instant at, String branch, Lookup lookup) {
        return lookAll(List.of(branch), lookup).anyMatch(some -> some.anyFrom(at));
    }

    /** How many belonged to these branches at this instant, as far as it is known here. */
    static long count(Instant at, Collection<String> branches, Lookup lookup) {
        return lookAll(branches, lookup).mapToLong(some -> some.at(at)).sum();
    }

    private static Stream<Belonging> lookAll(Collection<String> branches, Lookup lookup) {
        List<String> keys =
                branches.stream()
                        .flatMap(one -> IntStream.range(0, PARTS).mapToObj(part -> key(one, part)))
                        .toList();
        return lookup.lookAll(BranchMembers.class, keys).values().stream();
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
