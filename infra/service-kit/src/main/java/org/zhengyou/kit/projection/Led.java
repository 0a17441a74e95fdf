package org.zhengyou.kit.projection;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.view.Lookup;

/**
 * The organisations over which a person may hold something: those of the person's offices and
 * seats, and all that ever stood below these. More than the exact check will admit, never fewer.
 */
final class Led {
    /** Rows of more organisations than this are not looked up one by one. */
    private static final int MOST = 300;

    private final Lookup lookup;
    private final Table<Entry> organizations;

    /** By this directory of organisations. */
    Led(Lookup lookup, Table<Entry> organizations) {
        this.lookup = lookup;
        this.organizations = organizations;
    }

    /** Those over which this person may hold something at that instant; empty if they are many. */
    Optional<Set<String>> by(String person, Instant at) {
        Set<String> level =
                OfficeDirectory.heldBy(lookup, person, at)
                        .map(held -> held.getValue().organization())
                        .collect(Collectors.toSet());
        Set<String> all = new HashSet<>(level);
        while (!level.isEmpty() && all.size() <= MOST) {
            level = below(level);
            level.removeAll(all);
            all.addAll(level);
        }
        return all.size() > MOST ? Optional.empty() : Optional.of(all);
    }

    private Set<String> below(Set<String> level) {
        Set<String> terms = Terms.ever("parent", level);
        terms.addAll(Terms.ever("into", level));
        return organizations.rows(List.of(terms), null, false, MOST + 1).stream()
                .map(StoredRow::key)
                .collect(Collectors.toSet());
    }
}
