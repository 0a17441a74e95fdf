package org.zhengyou.kit.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;

/** 党组织名录. Which organisations there are, of what kind, under which one, over time. */
public final class OrganizationDirectory extends Directory<OrganizationDirectory.Entry> {
    /** The key under which the university Party committee itself is found. */
    public static final String COMMITTEE = "@committee";

    private static final int DEEPEST_TREE = 16;

    /**
     * One organisation, as any view may keep it.
     *
     * @param known what was said when it was established; the last one wins
     * @param register on from its establishment, off from its end
     * @param parent the organisation above; after a merger of that one, its heir
     * @param into the organisation it was merged into, where it was
     */
    public record Entry(
            Timeline<OrganizationEstablished> known,
            Timeline<RegisterEntry> register,
            Timeline<String> parent,
            Timeline<String> into) {
        /** Nothing is known of it. */
        public static final Entry UNKNOWN =
                new Entry(Timeline.empty(), Timeline.empty(), Timeline.empty(), Timeline.empty());

        /** The organisations whose existence or place in the tree this fact changes. */
        public static List<String> concerned(Fact<?> fact) {
            return switch (fact.event()) {
                case OrganizationEstablished e -> List.of(e.organization());
                case OrganizationDissolved e -> List.of(e.organization());
                case OrganizationsMerged e ->
                        Stream.concat(e.merged().stream(), e.moved().stream()).toList();
                default -> List.of();
            };
        }

        /** What is known of this organisation after one of the facts that concern it. */
        public Entry after(String organization, Fact<?> fact) {
            return switch (fact.event()) {
                case OrganizationEstablished e -> established(fact, e);
                case OrganizationDissolved e -> new Entry(known, on(false, fact), parent, into);
                case OrganizationsMerged e when e.merged().contains(organization) ->
                        new Entry(
                                known,
                                on(false, fact),
                                parent,
                                into.with(fact.order(), e.organization()));
                case OrganizationsMerged e ->
                        new Entry(
                                known, register, parent.with(fact.order(), e.organization()), into);
                default -> this;
            };
        }

        private Entry established(Fact<?> fact, OrganizationEstablished e) {
            return new Entry(
                    known.with(fact.order(), e),
                    on(true, fact),
                    e.parent() == null ? parent : parent.with(fact.order(), e.parent()),
                    into);
        }

        private Timeline<RegisterEntry> on(boolean isOn, Fact<?> fact) {
            return register.with(fact.order(), new RegisterEntry(isOn, fact.id()));
        }

        /** Whether it exists at this instant. */
        public boolean existsAt(Instant asOf) {
            return register.at(asOf).map(RegisterEntry::isOn).orElse(false);
        }

        /** What it is, if it exists at this instant. */
        public Optional<OrganizationEstablished> at(Instant asOf) {
            return existsAt(asOf) ? known.last() : Optional.empty();
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
        super("organization-directory", Entry.class, key -> Entry.UNKNOWN);
    }

    /** So that those below an organisation are found. */
    @Override
    public Index index(Entry row) {
        Values first = Values.of(row.known(), e -> Optional.ofNullable(e.parent()));
        return Index.on("parent", Values.of(row.parent()).and(first)).and("into", row.into());
    }

    @Override
    public void on(Fact<?> fact, Documents<Entry> rows) {
        for (String organization : Entry.concerned(fact))
            rows.update(organization, row -> row.after(organization, fact));
        if (fact.event() instanceof OrganizationEstablished e && e.type().equals("PARTY_COMMITTEE"))
            rows.update(COMMITTEE, row -> row.after(e.organization(), fact));
    }
}
