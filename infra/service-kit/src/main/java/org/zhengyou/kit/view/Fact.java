package org.zhengyou.kit.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.runtime.EventMetadata;

/**
 * An event together with its place and its two clocks, as views, policies and deciders see it.
 *
 * @param source the service whose log holds it
 * @param position its position in that log, from 1, without gaps
 * @param id the event's id
 * @param type the stable name, {@code <service>.<Event>}
 * @param event the event; for a foreign fact the reader's own record of the fields it needs
 * @param effectiveAt when it is true
 * @param recordedAt when its source recorded it
 * @param metadata its envelope, see {@link EventMetadata}
 */
public record Fact<E>(
        String source,
        long position,
        String id,
        String type,
        E event,
        Instant effectiveAt,
        Instant recordedAt,
        Map<String, String> metadata) {

    /** Its place in the one order of all facts. */
    public Order order() {
        return new Order(effectiveAt, recordedAt, source, position);
    }

    /** Whether a question with this cut is about it; a withdrawal, whatever date is asked about. */
    public boolean isWithin(Cut cut) {
        return event instanceof Withdrawal ? cut.knows(order()) : cut.admits(order());
    }

    /** The date it is true, at the university. */
    public LocalDate effectiveOn() {
        return effectiveAt.atZone(Given.ZONE).toLocalDate();
    }

    /** The clauses or policies that it serves. */
    public List<String> clauses() {
        return words(EventMetadata.CLAUSES);
    }

    /** Ids of the persons concerned. */
    public List<String> persons() {
        return words(EventMetadata.PERSONS);
    }

    /** Id of the organisation concerned; empty before there is a university committee. */
    public Optional<String> organization() {
        return Optional.ofNullable(metadata.get(EventMetadata.ORGANIZATION));
    }

    private List<String> words(String key) {
        String text = metadata.getOrDefault(key, "");
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** Who did it: the token's subject, or {@code policy:<name>}. */
    public String actor() {
        return metadata.getOrDefault("actor", "");
    }
}
