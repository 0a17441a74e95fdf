package org.zhengyou.insight.dashboard;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.View;

/**
 * 看板 (S103, F70). The lines of the dashboard: one per organisation. The figures on them are counted
 * over the rows of {@link Progress} and {@link MembersReached}, by organisation.
 */
public final class Dashboard extends View<OrganizationRow, Dashboard.Line> {
    /**
     * An organisation at one instant.
     *
     * @param organization its id
     * @param labelZh its name
     * @param labelEn its name in English
     * @param type PARTY_COMMITTEE, GENERAL_BRANCH, DIRECT_BRANCH or BRANCH
     * @param parent the organisation above at that instant, after a merger the heir; if there is
     *     one. Members belong to branches, so the figures of an organisation with branches below it
     *     are the sums over those
     * @param secondTier whether it is a general branch or a direct branch
     */
    public record Line(
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    String organization,
            String labelZh,
            String labelEn,
            String type,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String parent,
            boolean secondTier) {}

    /** The view; its rows are empty. */
    public Dashboard() {
        super("dashboard", OrganizationRow.class, Line.class, OrganizationRow::empty);
    }

    @Override
    public void on(Fact<?> fact, Documents<OrganizationRow> rows) {
        OrganizationRow.fold(fact, rows);
    }

    /** Whoever leads it or holds a seat over it, auditors and the committee. */
    @Override
    public Audience audience(OrganizationRow row) {
        return NARROWEST.and(leadersOf(row.organization()));
    }

    @Override
    public Index index(OrganizationRow row) {
        return Index.on("organization", row.organization())
                .and("labelZh", row.known(), OrganizationEstablished::labelZh)
                .and("labelEn", row.known(), OrganizationEstablished::labelEn)
                .and("type", row.known(), OrganizationEstablished::type)
                .and("secondTier", row.known(), OrganizationEstablished::isSecondTier)
                .and("parent", row.parent());
    }

    @Override
    public @Nullable Line answer(String key, OrganizationRow row, Instant asOf) {
        if (!row.alive().at(asOf).orElse(false)) return null;
        String parent = row.parent().at(asOf).orElse(null);
        return row.known().last().map(e -> line(e, parent)).orElse(null);
    }

    private static Line line(OrganizationEstablished e, @Nullable String parent) {
        return new Line(
                e.organization(), e.labelZh(), e.labelEn(), e.type(), parent, e.isSecondTier());
    }
}
