package org.zhengyou.bench.campaign;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhengyou.kit.runtime.NewIds;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * Who there is: a committee, general branches, branches of some 27 members. Everything follows from
 * seed and number, so that nothing needs to be kept in memory.
 *
 * @param seed another seed has other ids
 * @param members how many
 */
public record University(long seed, int members) {
    /** Members of a branch, more or less. */
    static final int PER_BRANCH = 27;

    private static final int PER_GENERAL_BRANCH = 400;
    private static final int GENERAL_BRANCHES = 10;
    private static final long BEGIN = Instant.parse("2010-06-01T00:00:00Z").toEpochMilli();
    private static final long ROUND = Duration.ofDays(7).toMillis();

    /** Refuses a university too small to have branches. */
    public University {
        if (members < PER_BRANCH)
            throw new IllegalArgumentException("at least " + PER_BRANCH + " members");
    }

    /** Id of the nth of its kind, made a millisecond after the one before. */
    String id(String kind, long n) {
        return id(kind, 0, n);
    }

    /** Likewise, in a round of which each begins after the one before has ended. */
    String id(String kind, int round, long n) {
        String name = seed + " " + kind + " " + round + " " + n;
        UUID rest = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return NewIds.at(BEGIN + round * ROUND + n, rest).toString();
    }

    /** Who signs in as secretary of the committee. */
    public String secretary() {
        return DemoPeople.COMMITTEE_SECRETARY.subject();
    }

    /** Who is the second person wherever two must act. */
    String deputy() {
        return DemoPeople.DEPUTY_SECRETARY.subject();
    }

    /** The university Party committee. */
    public String committee() {
        return id("committee", 0);
    }

    /** The one campaign. */
    public String campaign() {
        return id("campaign", 0);
    }

    /** How many general branches there are. */
    int generals() {
        return GENERAL_BRANCHES + members / PER_GENERAL_BRANCH;
    }

    /** Ids of all general branches. */
    public List<String> generalBranches() {
        return IntStream.range(0, generals()).mapToObj(this::general).toList();
    }

    String general(int n) {
        return id("general", n);
    }

    /** How many branches there are. */
    int branches() {
        return members / PER_BRANCH;
    }

    String branch(int n) {
        return id("branch", n);
    }

    /** The general branch above a branch. */
    String above(int branch) {
        return general(branch % generals());
    }

    String member(int n) {
        return id("member", n);
    }

    /** The branch in which a member was registered. */
    int branchOf(int member) {
        return member % branches();
    }

    /** Who was registered in a branch and stayed. */
    Stream<String> stayed(int branch) {
        return IntStream.iterate(branch, n -> n < members, n -> n + branches())
                .filter(n -> !isTransferred(n) && !isEnded(n))
                .mapToObj(this::member);
    }

    boolean isTransferred(int member) {
        return member % 5 == 0;
    }

    boolean isEnded(int member) {
        return member % 20 == 1;
    }

    boolean isStudent(int member) {
        return branchOf(member) % 3 != 0;
    }
}
