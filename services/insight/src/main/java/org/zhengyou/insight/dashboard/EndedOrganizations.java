package org.zhengyou.insight.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 已撤并党组织 (S66, S103). The organisations that have ended, each with the one under which what it did
 * is counted from then on: what was held, reported and conferred does not become less by a merger.
 */
public final class EndedOrganizations extends View<OrganizationRow, EndedOrganizations.Ended> {
    /**
     * An organisation that has ended.
     *
     * @param organization its id
     * @param labelZh its name
     * @param labelEn its name in English
     * @param countedUnder the heir of a merged one, the organisation above a dissolved one; may
     *     have ended as well
     * @param endedOn the first day on which it did not exist
     */
    public record Ended(
            String organization,
            String labelZh,
            String labelEn,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String countedUnder,
            LocalDate endedOn) {}

    /** The view; its rows are empty. */
    public EndedOrganizations() {
        super("ended-organizations", OrganizationRow.class, Ended.class, OrganizationRow::empty);
    }

    @Override
    public void on(Fact<?> fact, Documents<OrganizationRow> rows) {
        OrganizationRow.fold(fact, rows);
    }

    /** Whoever leads the heir or the one above, auditors and the committee. */
    @Override
    public Audience audience(OrganizationRow row) {
        return Audience.NARROWEST.and(Audience.leadersOf(row.organization()));
    }

    @Override
    public Index index(OrganizationRow row) {
        return Index.on("organization", row.organization())
                .and("labelZh", row.known(), OrganizationEstablished::labelZh)
                .and("labelEn", row.known(), OrganizationEstablished::labelEn)
                .and("countedUnder", Values.of(row.parent()).and(Values.of(row.heir())))
                .and("endedOn", Values.daysOf(row.alive()));
    }

    @Override
    public @Nullable Ended answer(String key, OrganizationRow row, Instant asOf) {
        return row.alive()
                .entryAt(asOf)
                .filter(entry -> !entry.value())
                .flatMap(entry -> row.known().last().map(e -> ended(row, e, entry.on(), asOf)))
                .orElse(null);
    }

    private static Ended ended(
            OrganizationRow row, OrganizationEstablished e, LocalDate on, Instant asOf) {
        return new Ended(
                e.organization(),
                e.labelZh(),
                e.labelEn(),
                row.heir().at(asOf).or(() -> row.parent().at(asOf)).orElse(null),
                on);
    }
}
