package org.zhengyou.kit.authority;

import static java.util.stream.Collectors.joining;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.Refusal;

/**
 * 先问权限，后答内容 (S93, S95). What a command declares of who may send it, held against whoever sends it,
 * from the command and their offices alone: nothing on record about the matter itself counts.
 */
public final class Declared {
    private final Object command;
    private final List<Allowed> declared;

    private Declared(Object command, List<Allowed> declared) {
        this.command = command;
        this.declared = declared;
    }

    /**
     * What this command declares.
     *
     * @throws IllegalStateException if it declares nothing
     */
    public static Declared of(Object command) {
        Allowed[] declared = command.getClass().getAnnotationsByType(Allowed.class);
        if (declared.length == 0)
            throw new IllegalStateException(
                    command.getClass().getSimpleName() + " does not declare who may send it");
        return new Declared(command, List.of(declared));
    }

    /**
     * Whether the actor may send it whatever is on record: over the organisation that the command
     * names or over all, as the person that it names, or as whoever sets the platform up.
     */
    public boolean isMetBy(Given given) {
        return given.actor().isPolicy() || declared.stream().anyMatch(one -> isMet(one, given));
    }

    private boolean isMet(Allowed one, Given given) {
        return switch (one.level()) {
            case OVER -> holds(one, part(one), given) || holdsOverAll(one, given);
            case ABOVE, COMMITTEE -> holdsOverAll(one, given);
            case SELF -> isSelf(one, part(one), given);
            case ABOVE_COMMITTEE -> given.actor().roles().contains(Actor.SETUP);
            case SETUP ->
                    given.actor().roles().contains(Actor.SETUP)
                            && !OfficeDirectory.isAnyFilled(given);
            case OWN, COMMITTEE_ITSELF -> false;
        };
    }

    private static boolean holdsOverAll(Allowed one, Given given) {
        return holds(one, OrganizationDirectory.committee(given).orElse(null), given);
    }

    private static boolean holds(Allowed one, @Nullable String organization, Given given) {
        return organization != null
                && Arrays.stream(one.function())
                        .anyMatch(function -> given.authority().holds(function, organization));
    }

    private static boolean isSelf(Allowed one, @Nullable String person, Given given) {
        if (person == null) return false;
        try {
            given.authority().requireSelf(person, one.clause()[0]);
            return true;
        } catch (Refusal other) {
            return false;
        }
    }

    /** That the actor may not send it: in the same words whatever is on record. */
    public Refusal lacking() {
        String needed = declared.stream().map(this::needed).collect(joining(", or "));
        String reason = "this needs, on the effective date, " + needed;
        return refuse(
                ACTOR_LACKS_AUTHORITY,
                declared.getFirst().clause()[0],
                declared.stream().allMatch(this::isClear)
                        ? reason
                        : reason + "; what is not on record concerns nobody");
    }

    /** Whether the command says for whom it is. */
    private boolean isClear(Allowed one) {
        return switch (one.level()) {
            case OVER, OWN, ABOVE, SELF -> !one.over().isEmpty();
            case COMMITTEE, COMMITTEE_ITSELF, ABOVE_COMMITTEE, SETUP -> true;
        };
    }

    private String needed(Allowed one) {
        String functions =
                Arrays.stream(one.function()).map(OfficeFunction::name).collect(joining(" or "));
        String part = part(one);
        String organization = part == null ? "the organisation concerned" : "organisation " + part;
        return switch (one.level()) {
            case OVER -> "an office that gives " + functions + " over " + organization;
            case OWN -> "an office that gives " + functions + " at " + organization + " itself";
            case ABOVE -> "an office that gives " + functions + " above " + organization;
            case COMMITTEE ->
                    "an office that gives " + functions + " at the university Party committee";
            case COMMITTEE_ITSELF ->
                    "being secretary or deputy secretary of the university Party committee";
            case ABOVE_COMMITTEE ->
                    "the role SETUP, for what was decided above the university Party committee";
            case SETUP -> "the role SETUP before any office was filled";
            case SELF -> "being the person concerned";
        };
    }

    /**
     * The field of the command that a declaration names; null if it is known of the matter only.
     */
    private @Nullable String part(Allowed one) {
        if (one.over().isEmpty()) return null;
        for (RecordComponent component : command.getClass().getRecordComponents())
            if (component.getName().equals(one.over())) return text(component);
        throw new IllegalStateException(command.getClass() + " has no field " + one.over());
    }

    private @Nullable String text(RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(command);
            if (value == null) return null;
            return value instanceof Identifier id ? id.value() : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record shows its parts", e);
        }
    }
}
