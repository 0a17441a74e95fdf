package org.zhengyou.kit.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.log.axon.LogEventMessage;

/** What the kit says about each event of a service besides its own fields: its envelope. */
public final class EventMetadata {
    /** Who acted: the token's subject, or {@code policy:<name>}. */
    public static final String ACTOR = "actor";

    /** Clause, function and appointment on which the decision rests. */
    public static final String AUTHORITY = "authority";

    /** The conversation it belongs to. */
    public static final String CORRELATION = "correlation";

    /** Id of the event that led to the command, if one did. */
    public static final String CAUSATION = "causation";

    /** Clauses or policies that it serves, separated by blanks. */
    public static final String CLAUSES = "clauses";

    /** Id of the organisation concerned; absent only before there is a university committee. */
    public static final String ORGANIZATION = "organization";

    /** Ids of the persons concerned, separated by blanks; absent if there are none. */
    public static final String PERSONS = "persons";

    /** {@link #NATIVE} or {@link #ENTERED}. */
    public static final String PROVENANCE = "provenance";

    /** On whose behalf the actor acted: a person's id; absent if on nobody's. */
    public static final String ON_BEHALF_OF = "onbehalfof";

    /** SHA-256 of the document it was entered from; absent if it is native. */
    public static final String DOCUMENT = "document";

    /** Where on that document; absent if that was not said. */
    public static final String PAGE = "page";

    /** The version of P-BACKDATE in force when it was recorded; absent as long as there is none. */
    public static final String BACKDATE = "backdate";

    /** Up to where the decision had looked, as {@link Basis#toString}. */
    public static final String BASIS = "basis";

    /** {@code k/n}: it is the k-th of n events of one decision; absent if it is the only one. */
    public static final String DECISION = "decision";

    /** The command's name, in the first event of a decision. */
    public static final String COMMAND = "command";

    /** A slice of the command's text. */
    public static final String COMMAND_TEXT = "commandtext";

    /** That the command named no effective date; in the first event, absent if it did. */
    public static final String UNDATED = "undated";

    /** The role on which the decision rests; absent if it rests on an office. */
    public static final String ROLE = "role";

    /** The "no" that left it, {@code CODE clause reason}; absent of what was not refused. */
    public static final String REFUSED = "refused";

    /** Provenance of what its actor said here. */
    public static final String NATIVE = "NATIVE";

    /** Provenance of what was entered from a document (P-ENTERED). */
    public static final String ENTERED = "ENTERED";

    /** What is told to other services; the rest stays in the log. */
    public static final List<String> PUBLISHED =
            List.of(
                    ACTOR,
                    AUTHORITY,
                    CORRELATION,
                    CAUSATION,
                    CLAUSES,
                    ORGANIZATION,
                    PERSONS,
                    PROVENANCE,
                    ON_BEHALF_OF,
                    DOCUMENT,
                    PAGE,
                    BACKDATE);

    private EventMetadata() {}

    /** What all events of a decision have in common. */
    static Map<String, String> of(Task task, DecisionBasis given, Basis basis) {
        Map<String, String> metadata = new HashMap<>();
        CommandEnvelope envelope = task.envelope();
        String correlation = envelope.correlation();
        metadata.put(ACTOR, task.actor().person());
        metadata.put(AUTHORITY, given.grounds());
        metadata.put(CORRELATION, correlation == null ? NewIds.next().toString() : correlation);
        put(metadata, CAUSATION, envelope.causation());
        put(metadata, ROLE, given.authority().role().orElse(null));
        put(metadata, ON_BEHALF_OF, envelope.onBehalfOf());
        SourceDocument document = envelope.document();
        metadata.put(PROVENANCE, document == null ? NATIVE : ENTERED);
        if (document != null) {
            metadata.put(DOCUMENT, document.digest());
            put(metadata, PAGE, document.page());
        }
        metadata.put(BASIS, basis.toString());
        metadata.put(LogEventMessage.EFFECTIVE_AT, task.effectiveAt().toString());
        return metadata;
    }

    /**
     * Adds what one event says of itself.
     *
     * @param committee id of the university committee; null if there is none yet
     */
    static void concern(Map<String, String> metadata, Concern concern, @Nullable String committee) {
        String organization = concern.organization();
        metadata.put(CLAUSES, String.join(" ", concern.clauses()));
        put(metadata, ORGANIZATION, organization == null ? committee : organization);
        if (!concern.persons().isEmpty())
            metadata.put(PERSONS, String.join(" ", concern.persons()));
    }

    /** Adds the "no" that leaves these events, if there is one. */
    static void refused(Map<String, String> metadata, @Nullable Refusal refusal) {
        if (refusal != null)
            metadata.put(REFUSED, refusal.code() + " " + refusal.clause() + " " + refusal.reason());
    }

    /** The "no" that left an event with this metadata, if there was one. */
    static Optional<Refusal> refused(Map<String, String> metadata) {
        String text = metadata.get(REFUSED);
        if (text == null) return Optional.empty();
        String[] parts = text.split(" ", 3);
        return Optional.of(Refusal.refuse(RefusalCode.valueOf(parts[0]), parts[1], parts[2]));
    }

    private static void put(Map<String, String> metadata, String key, @Nullable String value) {
        if (value != null) metadata.put(key, value);
    }
}
