package org.zhengyou.kit.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.Allowed.Level;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OfficeDirectory.Appointment;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.view.Lookup;

/**
 * Who asks, what they hold now, and what that allows. Whether a command is taken is decided with
 * the command: this says where it is worth trying.
 *
 * @param person the member id
 * @param roles roles of the token
 * @param offices offices and seats held now
 * @param commands what needs no office: about oneself, or setting up before any office was filled
 */
public record Me(String person, Set<String> roles, List<Held> offices, List<String> commands) {
    /**
     * An office or a seat.
     *
     * @param appointment its id
     * @param organization whose office or body
     * @param labelZh name of the organisation
     * @param labelEn the same in English; may be empty
     * @param office which office; null for a seat
     * @param body which body; null for an office
     * @param functions what it carries, over the organisation and those below it
     * @param commands what these functions allow
     */
    public record Held(
            String appointment,
            String organization,
            String labelZh,
            String labelEn,
            @Nullable String office,
            @Nullable String body,
            Set<OfficeFunction> functions,
            List<Possible> commands) {}

    /**
     * A command that an office allows.
     *
     * @param name the command
     * @param level over which organisations
     * @param clauses that allow it
     */
    public record Possible(String name, Level level, List<String> clauses) {}

    static Me of(Actor actor, Instant now, Lookup lookup, Map<String, Class<?>> commands) {
        Map<String, Class<?>> open = actor.roles().contains(Actor.AUDITOR) ? Map.of() : commands;
        var authority = new EffectiveAuthority(actor, now, lookup);
        List<Held> held =
                OfficeDirectory.heldBy(lookup, actor.person(), now)
                        .map(e -> held(e.getKey(), e.getValue(), authority, lookup, open))
                        .toList();
        List<String> own = withAny(open, ownLevels(actor, lookup)::contains);
        return new Me(actor.person(), actor.roles(), held, own);
    }

    /** What takes no office: being the person concerned, or the role of who sets up. */
    private static Set<Level> ownLevels(Actor actor, Lookup lookup) {
        if (!actor.roles().contains(Actor.SETUP)) return Set.of(Level.SELF);
        return OfficeDirectory.isAnyFilled(lookup)
                ? Set.of(Level.SELF, Level.ABOVE_COMMITTEE)
                : Set.of(Level.SELF, Level.ABOVE_COMMITTEE, Level.SETUP);
    }

    private static List<String> withAny(Map<String, Class<?>> commands, Predicate<Level> at) {
        return commands.entrySet().stream()
                .filter(e -> allowed(e.getValue()).map(Allowed::level).anyMatch(at))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stream<Allowed> allowed(Class<?> command) {
        return Arrays.stream(command.getAnnotationsByType(Allowed.class));
    }

    private static Held held(
            String id,
            Appointment appointment,
            EffectiveAuthority authority,
            Lookup lookup,
            Map<String, Class<?>> commands) {
        Set<OfficeFunction> functions = EnumSet.noneOf(OfficeFunction.class);
        for (OfficeFunction function : OfficeFunction.values())
            if (authority.carries(appointment, function)) functions.add(function);
        Optional<OrganizationEstablished> organization =
                lookup.look(OrganizationDirectory.class, appointment.organization()).known().last();
        boolean committee =
                organization.filter(o -> o.type().equals("PARTY_COMMITTEE")).isPresent();
        return new Held(
                id,
                appointment.organization(),
                organization.map(OrganizationEstablished::labelZh).orElse(""),
                organization.map(OrganizationEstablished::labelEn).orElse(""),
                appointment.office().isEmpty() ? null : appointment.office(),
                appointment.body().isEmpty() ? null : appointment.body(),
                functions,
                possible(commands, functions, committee, appointment));
    }

    private static List<Possible> possible(
            Map<String, Class<?>> commands,
            Set<OfficeFunction> functions,
            boolean committee,
            Appointment appointment) {
        return commands.entrySet().stream()
                .flatMap(
                        e ->
                                allowed(e.getValue())
                                        .filter(a -> isAt(a.level(), committee, appointment))
                                        .filter(a -> carries(functions, a))
                                        .map(a -> possible(e.getKey(), a)))
                .toList();
    }

    private static Possible possible(String command, Allowed allowed) {
        return new Possible(command, allowed.level(), List.of(allowed.clause()));
    }

    private static boolean carries(Set<OfficeFunction> functions, Allowed allowed) {
        return allowed.level() == Level.COMMITTEE_ITSELF
                || Arrays.stream(allowed.function()).anyMatch(functions::contains);
    }

    private static boolean isAt(Level level, boolean committee, Appointment appointment) {
        return switch (level) {
            case OVER, OWN, ABOVE -> true;
            case COMMITTEE -> committee;
            case COMMITTEE_ITSELF -> committee && EffectiveAuthority.isLeading(appointment);
            case ABOVE_COMMITTEE, SETUP, SELF -> false;
        };
    }
}
