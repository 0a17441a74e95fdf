package org.zhengyou.kit.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.validation.Validity;
import org.zhengyou.kit.validation.Violation;

/**
 * 导入 (F6). Turns each row of an XLSX or CSV file into one command. The kit reads the file, shows a
 * preview, sends the commands and reports every row: imported, unchanged, or wrong with its reason.
 * Running the same file again changes nothing, because the decider of the command answers a
 * repetition with no events.
 */
public interface SheetImport {
    /** Path segment, e.g. {@code members}. */
    String name();

    /** The headings that must be there, in Chinese. */
    List<String> headings();

    /**
     * The value that identifies a row within the file; a repetition within one file is an error.
     */
    String naturalKey(SheetRow row);

    /**
     * The command for this row and when it is true.
     *
     * @param newId a new id for what the row creates
     * @throws RowError with the reason if the row is wrong by itself
     */
    Planned plan(SheetRow row, UUID newId, Given given);

    /**
     * The heading under which the person who owns the file finds this field of the command.
     *
     * @param field a path such as {@code name}
     */
    default String heading(String field) {
        return field;
    }

    /**
     * As {@link #plan}, and the command is valid.
     *
     * @throws RowError naming every heading under which something is wrong
     */
    default Planned planned(SheetRow row, UUID newId, Given given) {
        Planned planned = plan(row, newId, given);
        List<Violation> violations = Validity.of((Record) planned.command());
        if (!violations.isEmpty()) throw RowError.of(violations, this::heading);
        return planned;
    }

    /** Whether each row may need the ones above it; otherwise several rows are sent at once. */
    default boolean inOrder() {
        return false;
    }

    /**
     * The natural key of a row above that this one rests on. A preview records nothing, so it
     * cannot find such a row on record: it is enough there that the row itself would be imported.
     */
    default Optional<String> restsOn(SheetRow row) {
        return Optional.empty();
    }

    /** A command and its effective time. */
    record Planned(Object command, Instant effectiveAt) {}
}
