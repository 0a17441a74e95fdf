package org.zhengyou.kit.authority;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeDirectory.Appointment;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.view.Lookup;

/**
 * Authority by the appointments that this service knows of, judged at one effective instant (F9).
 *
 * <p>A secretary and a deputy secretary carry all four functions over their organisation and those
 * below it; a seat in a body carries what the body was granted, over the body's organisation and
 * those below. An office ends with its organisation (S66): who was secretary of a merged or
 * dissolved one holds nothing any more. A policy of the platform may do what it was written for.
 */
public final class EffectiveAuthority implements Authority {
    private static final Set<String> LEADING =
            Set.of(OfficeDirectory.SECRETARY, OfficeDirectory.DEPUTY_SECRETARY);

    private final Actor actor;
    private final Instant at;
    private final Lookup lookup;
    private final @Nullable EffectiveAuthority clerk;
    private @Nullable String grounds;
    private @Nullable String role;

    /** The authority of this actor at this instant. */
    public EffectiveAuthority(Actor actor, Instant at, Lookup lookup) {
        this(actor, at, lookup, null);
    }

    private EffectiveAuthority(
            Actor actor, Instant at, Lookup lookup, @Nullable EffectiveAuthority clerk) {
        this.actor = actor;
        this.at = at;
        this.lookup = lookup;
        this.clerk = clerk;
    }

    /**
     * The authority of a person in whose place somebody else acts (P-ENTERED): what the person may
     * do, as far as it rests on an office in an organisation over which the other carries
     * IMPLEMENT, or on being oneself, where the other carries it over the person's branch or over
     * an organisation of which the person has an office.
     */
    public static EffectiveAuthority onBehalf(
            Actor principal, Actor clerk, Instant at, Lookup lookup) {
        return new EffectiveAuthority(
                principal, at, lookup, new EffectiveAuthority(clerk, at, lookup));
    }

    /** The platform role on which the acts so far rest, if they rest on one. */
    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    @Override
    public Optional<String> grounds() {
        return Optional.ofNullable(grounds);
    }

    @Override
    public void require(OfficeFunction function, String organization, String clause) {
        if (!granted(function, organization, clause))
            throw lacking(clause, function + " over organisation " + organization);
    }

    @Override
    public void requireOwn(OfficeFunction function, String organization, String clause) {
        List<String> itself =
                line(organization).stream().filter(one -> !wasMerged(one)).limit(1).toList();
        if (!granted(function, itself, clause))
            throw lacking(clause, function + " at organisation " + organization + " itself");
    }

    @Override
    public void requireCommittee(OfficeFunction function, String clause) {
        if (!grantedAtCommittee(function, clause))
            throw lacking(clause, function + " at the university Party committee");
    }

    @Override
    public void requireCommitteeOffice(String clause) {
        Optional<String> basis =
                actor.isPolicy() ? Optional.of(actor.person()) : ownCommitteeOffice(LEADING);
        if (basis.isEmpty())
            throw lacking(
                    clause,
                    "being secretary or deputy secretary of the university Party committee");
        rest(clause, Grounds.OFFICE, basis.get());
    }

    @Override
    public void requireCommitteeSecretary(String clause) {
        ownCommitteeOffice(Set.of(OfficeDirectory.SECRETARY))
                .ifPresentOrElse(
                        id -> rest(clause, Grounds.OFFICE, id),
                        () -> requireAboveCommittee(clause));
    }

    @Override
    public void requireAboveCommittee(String clause) {
        if (!actor.roles().contains(Actor.SETUP))
            throw lacking(
                    clause,
                    "deciding about one's own superiors: what was decided above the university"
                            + " Party committee is brought in with the role SETUP");
        actAsSetup(clause);
    }

    private void rest(String clause, String power, String holding) {
        grounds = new Grounds(clause, power, holding).toString();
    }

    private void actAsSetup(String clause) {
        rest(clause, Grounds.SETUP, "");
        role = Actor.SETUP;
    }

    @Override
    public void requireSelf(String person, String clause) {
        if (!self(person, clause)) throw lacking(clause, "being that very person");
    }

    @Override
    public void requireInPerson(String clause) {
        if (clerk != null)
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    clause,
                    "nobody can do this in another's place: whoever does it signs in themselves");
    }

    @Override
    public void requireSelfOr(
            String person, OfficeFunction function, String organization, String clause) {
        if (!self(person, clause) && !granted(function, organization, clause))
            throw lacking(
                    clause,
                    "being that person, or " + function + " over organisation " + organization);
    }

    @Override
    public void requireCommitteeOrSetup(OfficeFunction function, String clause) {
        boolean nobodyYet = !OfficeDirectory.isAnyFilled(lookup);
        if (nobodyYet && actor.roles().contains(Actor.SETUP)) actAsSetup(clause);
        else requireCommittee(function, clause);
    }

    @Override
    public boolean holds(OfficeFunction function, String organization) {
        return actor.isPolicy() || own(function, line(organization)).findFirst().isPresent();
    }

    @Override
    public boolean held(String person, OfficeFunction function, String organization) {
        return appointments(person, function, line(organization)).findFirst().isPresent();
    }

    /**
     * Whether this person was, at the effective time, secretary or deputy secretary of this
     * organisation or of one above it. A seat in a body does not count, whatever it was granted.
     */
    public boolean headed(String person, String organization) {
        List<String> line = OrganizationDirectory.lineOf(lookup, organization, at);
        return offices(person)
                .map(Map.Entry::getValue)
                .filter(e -> line.contains(e.organization()))
                .anyMatch(EffectiveAuthority::isLeading);
    }

    /** Whether this is the office of a secretary or deputy secretary; a seat never is. */
    public static boolean isLeading(Appointment appointment) {
        return isOffice(appointment, LEADING);
    }

    private static boolean isOffice(Appointment appointment, Set<String> offices) {
        return appointment.body().isEmpty() && offices.contains(appointment.office());
    }

    @Override
    public boolean wasSecretary(String person, String organization) {
        return offices(person)
                .map(Map.Entry::getValue)
                .anyMatch(
                        e ->
                                e.organization().equals(organization)
                                        && e.office().equals(OfficeDirectory.SECRETARY));
    }

    @Override
    public boolean wasAtCommittee(String person) {
        Optional<String> committee = OrganizationDirectory.committee(lookup);
        return committee.isPresent()
                && offices(person)
                        .map(Map.Entry::getValue)
                        .anyMatch(
                                e ->
                                        e.organization().equals(committee.get())
                                                && !e.office().isEmpty());
    }

    private boolean self(String person, String clause) {
        if (!actor.person().equals(person)) return false;
        if (clerk != null && organizationsOf(person).noneMatch(this::isInReach)) return false;
        rest(clause, Grounds.SELF, "");
        return true;
    }

    private boolean grantedAtCommittee(OfficeFunction function, String clause) {
        if (actor.isPolicy()) return granted(function, "", clause);
        return OrganizationDirectory.committee(lookup)
                .map(committee -> granted(function, committee, clause))
                .orElse(false);
    }

    private Optional<String> ownCommitteeOffice(Set<String> offices) {
        List<String> committee =
                OrganizationDirectory.committee(lookup).map(this::line).orElse(List.of());
        return offices(actor.person())
                .filter(e -> committee.contains(e.getValue().organization()))
                .filter(e -> isOffice(e.getValue(), offices))
                .filter(e -> isInReach(e.getValue().organization()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean granted(OfficeFunction function, String organization, String clause) {
        return granted(function, line(organization), clause);
    }

    private boolean granted(OfficeFunction function, List<String> organizations, String clause) {
        Optional<String> basis =
                actor.isPolicy()
                        ? Optional.of(actor.person())
                        : own(function, organizations).map(Map.Entry::getKey).findFirst();
        basis.ifPresent(id -> rest(clause, function.name(), id));
        return basis.isPresent();
    }

    /** The actor's appointments that count: all, but for whoever acts in the actor's place. */
    private Stream<Map.Entry<String, Appointment>> own(
            OfficeFunction function, List<String> organizations) {
        return appointments(actor.person(), function, organizations)
                .filter(e -> isInReach(e.getValue().organization()));
    }

    private Stream<Map.Entry<String, Appointment>> appointments(
            String person, OfficeFunction function, List<String> organizations) {
        return offices(person)
                .filter(e -> organizations.contains(e.getValue().organization()))
                .filter(e -> carries(e.getValue(), function));
    }

    /** Where this person had an office, and the branch that they belonged to. */
    private Stream<String> organizationsOf(String person) {
        return Stream.concat(
                offices(person).map(e -> e.getValue().organization()),
                lookup.look(MemberDirectory.class, person).branchAt(at).stream());
    }

    /** Whether whoever acts in the actor's place may do so for this organisation. */
    private boolean isInReach(String organization) {
        return clerk == null || clerk.holds(OfficeFunction.IMPLEMENT, organization);
    }

    private List<String> line(String organization) {
        return OrganizationDirectory.lineOf(lookup, organization, at);
    }

    private boolean wasMerged(String organization) {
        return lookup.look(OrganizationDirectory.class, organization).into().at(at).isPresent();
    }

    /** What this person held, in organisations that existed. */
    private Stream<Map.Entry<String, Appointment>> offices(String person) {
        return OfficeDirectory.heldBy(lookup, person, at);
    }

    /** Whether this appointment carries the function at the effective time. */
    public boolean carries(Appointment appointment, OfficeFunction function) {
        return appointment.body().isEmpty()
                ? isLeading(appointment)
                : lookup.look(BodyDirectory.class, appointment.body()).had(function, at);
    }

    private RuntimeException lacking(String clause, String needed) {
        return refuse(
                ACTOR_LACKS_AUTHORITY,
                clause,
                "on the effective date the actor held no office that gives " + needed);
    }
}
