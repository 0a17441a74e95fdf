package org.zhengyou.kit.projection;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.Reader;

/** The terms under which rows are shown to a reader. */
final class ReaderTerms {
    private final LiveViews views;
    private final Lookup lookup;
    private final Clock clock;

    ReaderTerms(LiveViews views, Lookup lookup, Clock clock) {
        this.views = views;
        this.lookup = lookup;
        this.clock = clock;
    }

    /** One of them every row has that this reader may see; null if nothing can be said. */
    @Nullable Set<String> of(Reader reader) {
        Table<OrganizationDirectory.Entry> organizations =
                views.of(OrganizationDirectory.class).table();
        if (organizations == null) return null;
        Optional<Set<String>> led =
                new Led(lookup, organizations).by(reader.person(), clock.instant());
        if (led.isEmpty()) return null;
        Set<String> terms = new HashSet<>();
        terms.add(Terms.EVERYBODY);
        terms.add(Terms.person(reader.person()));
        if (reader.isAuditor()) terms.add(Terms.AUDITORS);
        if (reader.isAtCommittee()) terms.add(Terms.COMMITTEE);
        led.get().forEach(organization -> terms.add(Terms.organization(organization)));
        return terms;
    }
}
