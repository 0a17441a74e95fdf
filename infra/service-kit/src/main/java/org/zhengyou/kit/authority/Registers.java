package org.zhengyou.kit.authority;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.view.Lookup;

/**
 * 名册 (S4, S6). What a decision asks the registers of organisations and members at one instant. What
 * was never heard of may still arrive: {@code RESULT_MISSING}, try again. What is known and was not
 * so at that instant stays that way: {@code OUT_OF_SCOPE}.
 *
 * @param lookup the local directories
 * @param at when
 * @param clause the clause that asks
 */
public record Registers(Lookup lookup, Instant at, String clause) {
    /** How many members a refusal names at most. */
    public static final int MOST_NAMED = 20;

    /** The registers at the effective time. */
    public static Registers at(Given given, String clause) {
        return new Registers(given, given.effectiveAt(), clause);
    }

    /**
     * An organisation that existed.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if it is not known here yet,
     *     OUT_OF_SCOPE if it did not exist then
     */
    public Entry organization(String organization) {
        Entry entry = entry(organization);
        String what = "organisation " + organization;
        requireKnown(entry.isKnown(), what);
        if (!entry.existsAt(at))
            throw refuse(OUT_OF_SCOPE, clause, what + " does not exist on " + day());
        return entry;
    }

    /** The organisation itself, or the one that it was merged into by then. */
    public String livingOf(String organization) {
        return line(organization).filter(this::exists).findFirst().orElse(organization);
    }

    /** The organisation directly above this one, if there is one. */
    public Optional<String> above(String organization) {
        return line(organization).skip(1).findFirst();
    }

    /** The nearest second-tier organisation in the line of this one, itself included. */
    public Optional<String> secondTierOf(String organization) {
        return line(organization).filter(one -> entry(one).isSecondTier()).findFirst();
    }

    /** The nearest second-tier organisation above this one that existed. */
    public Optional<String> secondTierAbove(String organization) {
        return line(organization)
                .skip(1)
                .filter(one -> entry(one).isSecondTier() && exists(one))
                .findFirst();
    }

    /** Whether this organisation is the other one, or stood below it. */
    public boolean isWithin(String organization, String other) {
        return line(organization).anyMatch(other::equals);
    }

    private Stream<String> line(String organization) {
        return OrganizationDirectory.lineOf(lookup, organization, at).stream();
    }

    private Entry entry(String organization) {
        return lookup.look(OrganizationDirectory.class, organization);
    }

    private boolean exists(String organization) {
        return entry(organization).existsAt(at);
    }

    /**
     * The branch that the member belonged to.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if the member is not known here yet,
     *     OUT_OF_SCOPE if there was no branch then
     */
    public String branchOf(String member) {
        return branch(member, lookup.look(MemberDirectory.class, member));
    }

    /** The branch of each of these members, by member; refuses as {@link #branchOf} does. */
    public Map<String, String> branchesOf(Collection<? extends Identifier> members) {
        Map<String, String> branches = new LinkedHashMap<>();
        lookAll(members).forEach((member, known) -> branches.put(member, branch(member, known)));
        return branches;
    }

    private String branch(String member, Membership known) {
        String what = "member " + member;
        requireKnown(known.isKnown(), what);
        return known.branchAt(at)
                .orElseThrow(
                        () ->
                                refuse(
                                        OUT_OF_SCOPE,
                                        clause,
                                        what + " is not on the register on " + day()));
    }

    /**
     * Whether the member was on the register of this organisation or of one below it.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if the member is not known here yet
     */
    public boolean isMemberIn(String member, String organization) {
        Membership known = lookup.look(MemberDirectory.class, member);
        requireKnown(known.isKnown(), "member " + member);
        return known.branchAt(at).filter(one -> isWithin(one, organization)).isPresent();
    }

    /**
     * How many members were on the register of this organisation and of those below it, as far as
     * they are known here. For services that name {@link BranchMembers} and {@link
     * OrganizationsBelow} on their page.
     */
    public long size(String organization) {
        List<String> branches =
                OrganizationsBelow.everWithin(organization, lookup).stream()
                        .filter(one -> entry(one).isBranch() && isWithin(one, organization))
                        .toList();
        return BranchMembers.count(at, branches, lookup);
    }

    /**
     * No more names than members: a roll of those who are on the register of this organisation or
     * of one below it.
     *
     * @param names how many the roll has
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_ROLL with both figures
     */
    public void requireRoll(String organization, int names) {
        long members = size(organization);
        if (names > members)
            throw refuse(
                    NOT_ON_ROLL,
                    clause,
                    "the roll has "
                            + names
                            + " members, the register of the organisation only "
                            + members
                            + " on "
                            + day());
    }

    /** Whether this person was a member of any branch; a person unknown here was not. */
    public boolean isMember(String person) {
        return lookup.look(MemberDirectory.class, person).branchAt(at).isPresent();
    }

    /**
     * 花名册 (S36, S54). The branch of each of these members, all of them on the register of the
     * organisation or of one below it; in the order of ids.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if a member is not known here yet,
     *     OUT_OF_SCOPE if one belonged elsewhere; the ids are named
     */
    public <M extends Identifier> SortedMap<M, String> roster(
            String organization, Collection<M> members) {
        var branches = new TreeMap<M, String>(Comparator.comparing(Identifier::value));
        List<String> unknown = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        Map<String, Boolean> below = new HashMap<>();
        Map<String, Membership> known = lookAll(members);
        for (M member : new LinkedHashSet<>(members)) {
            Membership one = known.getOrDefault(member.value(), Membership.UNKNOWN);
            String branch = one.branchAt(at).orElse("");
            if (!one.isKnown()) unknown.add(member.value());
            else if (branch.isEmpty()
                    || !below.computeIfAbsent(branch, it -> isWithin(it, organization)))
                elsewhere.add(member.value());
            else branches.put(member, branch);
        }
        if (!unknown.isEmpty())
            throw refuse(RESULT_MISSING, clause, "members not known here yet: " + named(unknown));
        if (!elsewhere.isEmpty())
            throw refuse(
                    OUT_OF_SCOPE, clause, "not on the roster of that date: " + named(elsewhere));
        return branches;
    }

    private static String named(List<String> members) {
        int more = members.size() - MOST_NAMED;
        return String.join(", ", members.stream().limit(MOST_NAMED).toList())
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** STAFF or STUDENT; of a member whose branch is known. */
    public String kindOf(String member) {
        Membership known = lookup.look(MemberDirectory.class, member);
        return known.kind().at(at).or(() -> known.kind().last()).orElse("");
    }

    private Map<String, Membership> lookAll(Collection<? extends Identifier> members) {
        List<String> ids = members.stream().map(Identifier::value).toList();
        return lookup.lookAll(MemberDirectory.class, ids);
    }

    /**
     * Somebody who was ever heard of: a member, or whoever has ever had an office or a seat.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if the person is not known here yet
     */
    public void requireKnown(String person) {
        boolean isKnown =
                lookup.look(MemberDirectory.class, person).isKnown()
                        || !lookup.look(OfficeDirectory.class, person).appointments().isEmpty();
        requireKnown(isKnown, person);
    }

    private void requireKnown(boolean isKnown, String what) {
        if (!isKnown) throw refuse(RESULT_MISSING, clause, what + " is not known here yet");
    }

    private LocalDate day() {
        return at.atZone(Given.ZONE).toLocalDate();
    }
}
