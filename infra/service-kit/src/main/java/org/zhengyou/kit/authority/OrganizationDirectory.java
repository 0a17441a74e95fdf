package org.zhengyou.kit.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/** 党组织名录. Which organisations there are, of what kind, under which one, over time. */
public final class OrganizationDirectory implements View<OrganizationDirectory.Entry> {
    /** The key under which the university Party committee itself is found. */
    public static final String COMMITTEE = "@committee";

    private static final int DEEPEST_TREE = 16;

    /**
     * One organisation.
     *
     * @param known what was said when it was established; the last one wins
     * @param alive true from its establishment, false from its end
     * @param into the organisation it was merged into, where it was
     */
    public record Entry(
            Timeline<OrganizationEstablished> known,
            Timeline<Boolean> alive,
            Timeline<String> into) {

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

        /** The organisation above, if there is one. */
        public Optional<String> parent() {
            return known.last().flatMap(e -> Optional.ofNullable(e.parent()));
        }
    }

    /** The university Party committee, if it is known. */
    public static Optional<String> committee(Lookup lookup) {
        return lookup.look(OrganizationDirectory.class, COMMITTEE)
                .known()
                .last()
                .map(OrganizationEstablished::organization);
    }

    /** The organisation and all above it, nearest first. After a merger, the line of the heir. */
    public static List<String> lineOf(Lookup lookup, String organization, Instant asOf) {
        List<String> line = new ArrayList<>();
        Optional<String> next = Optional.of(organization);
        while (next.isPresent() && line.size() < DEEPEST_TREE) {
            line.add(next.get());
            Entry entry = lookup.look(OrganizationDirectory.class, next.get());
            next = entry.into().at(asOf).or(entry::parent);
        }
        return line;
    }

    @Override
    public String name() {
        return "organization-directory";
    }

    @Override
    public Class<Entry> row() {
        return Entry.class;
    }

    @Override
    public Entry empty(String key) {
        return new Entry(Timeline.empty(), Timeline.empty(), Timeline.empty());
    }

    @Override
    public void on(Fact<?> fact, Documents<Entry> rows) {
        switch (fact.event()) {
            case OrganizationEstablished e -> {
                rows.update(e.organization(), row -> established(row, fact, e));
                if (e.type().equals("PARTY_COMMITTEE"))
                    rows.update(COMMITTEE, row -> established(row, fact, e));
            }
            case OrganizationDissolved e -> rows.update(e.organization(), row -> ended(row, fact));
            case OrganizationsMerged e ->
                    e.merged().forEach(id -> rows.update(id, row -> merged(row, fact, e)));
            default -> {}
        }
    }

    private static Entry established(Entry row, Fact<?> fact, OrganizationEstablished e) {
        return new Entry(
                row.known().with(fact.order(), e),
                row.alive().with(fact.order(), true),
                row.into());
    }

    private static Entry ended(Entry row, Fact<?> fact) {
        return new Entry(row.known(), row.alive().with(fact.order(), false), row.into());
    }

    private static Entry merged(Entry row, Fact<?> fact, OrganizationsMerged e) {
        return new Entry(
                row.known(),
                row.alive().with(fact.order(), false),
                row.into().with(fact.order(), e.organization()));
    }
}
