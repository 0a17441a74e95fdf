package org.zhengyou.kit.authority;

import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.Timeline;

import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
 
/** 党组织名录. Which organisations there are, of what kind, under which one, over time. */
public final class OrganizationDirectory extends Directory<OrganizationDirectory.Entry> {
    /** The key under which the university Party committee itself is found. */
    public static final String COMMITTEE = "@committee";

    private static final int DEEPEST_TREE = 16;

    /**
     * One organisation.
     *
     * @param known what was said when it was established; the last one wins
     * @param alive true from its establishment, false from its end
     * @param parent the organisation above; after a merger of that one, its heir
     * @param into the organisation it was merged into, where it was
     */
    public record Entry(
            Timeline<OrganizationEstablished> known,
            Timeline<Boolean> alive,
            Timeline<String> parent,
            Timeline<String> into) {

        /** One of which it is not kept under which others it came to stand. */
        public Entry(
                Timeline<OrganizationEstablished> known,
                Timeline<Boolean> alive,
                Timeline<String> into) {
            this(known, alive, Timeline.empty(), into);
        }

        /** Whether it exists at this instant. */
        public boolean existsAt(Instant asOf) {
            return alive.at(asOf).orElse(false);
        }

        /** Whether anything at all is known of it. */
        public boolean isKnown() {
            return !known.isEmpty();
        }

        /** {@code PARTY_COMMITTEE, GENERAL_BRANCH, DIRECT_BRANCH, BRANCH}, or empty if unknown. */
        public String type() {
            return known.last().map(OrganizationEstablished::type).orElse("");
        }

        /** {@code COLLEGE, OFFICE_OR_SUPPORT}, or empty if unknown. */
        public String hostUnitKind() {
            return known.last().flatMap(e -> Optional.ofNullable(e.hostUnitKind())).orElse("");
        }

        /** 党总支（直属党支部） (Q17): a general branch, or a branch directly under the committee. */
        public boolean isSecondTier() {
            return type().equals("GENERAL_BRANCH") || type().equals("DIRECT_BRANCH");
        }

        /** Whether members belong to it directly. */
        public boolean isBranch() {
            return type().equals("BRANCH") || type().equals("DIRECT_BRANCH");
        }

        /** The organisation above at this instant; before it was established, the first one. */
        public Optional<String> parentAt(Instant asOf) {
            return parent.at(asOf)
                    .or(() -> known.last().flatMap(e -> Optional.ofNullable(e.parent())));
        }

        private Entry established(Fact<?> fact, OrganizationEstablished e) {
            return new Entry(
                    known.with(fact.order(), e),
                    alive.with(fact.order(), true),
                    e.parent() == null ? parent : parent.with(fact.order(), e.parent()),
                    into);
        }

        private Entry ended(Fact<?> fact) {
            return new Entry(known, alive.with(fact.order(), false), parent, into);
        }

        private Entry merged(Fact<?> fact, String heir) {
            return new Entry(
                    known, alive.with(fact.order(), false), parent, into.with(fact.order(), heir));
        }

        private Entry moved(Fact<?> fact, String heir) {
            return new Entry(known, alive, parent.with(fact.order(), heir), into);
        }
    }

    /** The university Party committee, if it is known. */
    public static Optional<String> committee(Lookup lookup) {
        return lookup.look(OrganizationDirectory.class, COMMITTEE)
                .known()
                .last()
                .map(OrganizationEstablished::organization);
    }

    /**
     * The organisation and all above it, nearest first. A merged one stands below its heir; what
     * stood under it stands under the heir.
     */
    public static List<String> lineOf(Lookup lookup, String organization, Instant asOf) {
        List<String> line = new ArrayList<>();
        Optional<String> next = Optional.of(organization);
        while (next.isPresent() && line.size() < DEEPEST_TREE) {
            line.add(next.get());
            Entry entry = lookup.look(OrganizationDirectory.class, next.get());
            next = entry.into().at(asOf).or(() -> entry.parentAt(asOf));
        }
        return line;
    }

    /** The view; its rows are empty. */
    public OrganizationDirectory() {
        super(
                "organization-directory",
                Entry.class,
                key ->
                        new Entry(
                                Timeline.empty(),
                                Timeline.empty(),
                                Timeline.empty(),
                                Timeline.empty()));
    }

    /** So that those below an organisation are found. */
    @Override
    public Index index(Entry row) {
        Values first =
                Values.of(row.known(), e -> Optional.ofNullable(e.parent()));
        return Index.on("parent", Values.of(row.parent()).and(first)).and("into", row.into());
    }

    @Override
    public void on(Fact<?> fact, Documents<Entry> rows) {
        switch (fact.event()) {
            case OrganizationEstablished e -> {
                rows.update(e.organization(), row -> row.established(fact, e));
                if (e.type().equals("PARTY_COMMITTEE"))
                    rows.update(COMMITTEE, row -> row.established(fact, e));
            }
            case OrganizationDissolved e -> rows.update(e.organization(), row -> row.ended(fact));
            case OrganizationsMerged e -> {
                String heir = e.organization();
                e.merged().forEach(id -> rows.update(id, row -> row.merged(fact, heir)));
                e.moved().forEach(id -> rows.update(id, row -> row.moved(fact, heir)));
            }
            default -> {}
        }
    }
}
