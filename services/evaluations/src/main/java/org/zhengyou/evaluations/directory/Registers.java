package org.zhengyou.evaluations.directory;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.view.Lookup;

/**
 * 名册 (S4, S6). What rules here ask of the registers at one instant.
 *
 * @param lookup the local directories
 * @param at when
 * @param clause the clause that asks
 */
public record Registers(Lookup lookup, Instant at, String clause) {
    /**
     * The branch that the member belonged to.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if the member is not known here yet,
     *     OUT_OF_SCOPE if there was no branch then
     */
    public OrganizationId branchOf(String member) {
        return branch(member, lookup.look(MemberDirectory.class, member));
    }

    /** The branch of each of these members, by member; refuses as {@link #branchOf} does. */
    public Map<String, OrganizationId> branchesOf(Collection<String> members) {
        Map<String, OrganizationId> branches = new LinkedHashMap<>();
        lookup.lookAll(MemberDirectory.class, members)
                .forEach((member, known) -> branches.put(member, branch(member, known)));
        return branches;
    }

    private OrganizationId branch(String member, Membership known) {
        if (!known.isKnown())
            throw refuse(RESULT_MISSING, clause, "member " + member + " is not known here yet");
        return known.branchAt(at)
                .map(OrganizationId::new)
                .orElseThrow(
                        () ->
                                refuse(
                                        OUT_OF_SCOPE,
                                        clause,
                                        "member " + member + " is not on the register at " + at));
    }

    /** STAFF or STUDENT; of a member whose branch is known. */
    public String kindOf(String member) {
        Membership known = lookup.look(MemberDirectory.class, member);
        return known.kind().at(at).or(() -> known.kind().last()).orElse("");
    }

    /**
     * An organisation that existed.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if it is not known here yet,
     *     OUT_OF_SCOPE if it did not exist then
     */
    public Entry organization(String organization) {
        Entry entry = lookup.look(OrganizationDirectory.class, organization);
        if (!entry.isKnown())
            throw refuse(
                    RESULT_MISSING,
                    clause,
                    "organisation " + organization + " is not known here yet");
        if (!entry.existsAt(at))
            throw refuse(
                    OUT_OF_SCOPE,
                    clause,
                    "organisation " + organization + " is not on the register at " + at);
        return entry;
    }

    /**
     * This person was secretary of exactly this organisation.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if the person is not known here yet,
     *     OUT_OF_SCOPE if it was somebody else
     */
    public void requireSecretary(MemberId person, String organization) {
        var held = lookup.look(OfficeDirectory.class, person.value());
        if (held.appointments().isEmpty() && !isMember(person))
            throw refuse(RESULT_MISSING, clause, person.value() + " is not known here yet");
        if (!isSecretary(person.value(), organization))
            throw refuse(
                    OUT_OF_SCOPE,
                    clause,
                    "the secretary of the organisation reports, and that was somebody else at "
                            + at);
    }

    private boolean isMember(MemberId person) {
        return lookup.look(MemberDirectory.class, person.value()).isKnown();
    }

    /** Whether this person was secretary of this organisation or of one above it. */
    public boolean headsLineOf(String person, String organization) {
        return OrganizationDirectory.lineOf(lookup, organization, at).stream()
                .anyMatch(one -> isSecretary(person, one));
    }

    /**
     * Whether this person was the head of exactly this organisation: its secretary; at the
     * university Party committee, whose leaders are several, a deputy secretary, too.
     */
    public boolean isHeadOf(String person, String organization) {
        return isSecretary(person, organization)
                || (holds(person, organization, OfficeDirectory.DEPUTY_SECRETARY)
                        && lookup.look(OrganizationDirectory.class, organization)
                                .type()
                                .equals("PARTY_COMMITTEE"));
    }

    /** The organisation itself, or the one that it was merged into by then. */
    public String livingOf(String organization) {
        return OrganizationDirectory.lineOf(lookup, organization, at).stream()
                .filter(one -> lookup.look(OrganizationDirectory.class, one).existsAt(at))
                .findFirst()
                .orElse(organization);
    }

    /** The nearest second-tier organisation in the line of this one, itself included. */
    public Optional<String> secondTierOf(String organization) {
        return OrganizationDirectory.lineOf(lookup, organization, at).stream()
                .filter(one -> lookup.look(OrganizationDirectory.class, one).isSecondTier())
                .findFirst();
    }

    /** The organisation directly above this one, if there is one. */
    public Optional<String> above(String organization) {
        return OrganizationDirectory.lineOf(lookup, organization, at).stream().skip(1).findFirst();
    }

    private boolean isSecretary(String person, String organization) {
        return holds(person, organization, OfficeDirectory.SECRETARY);
    }

    private boolean holds(String person, String organization, String office) {
        return OfficeDirectory.heldBy(lookup, person, at)
                .anyMatch(
                        e ->
                                e.getValue().organization().equals(organization)
                                        && e.getValue().office().equals(office));
    }
}
