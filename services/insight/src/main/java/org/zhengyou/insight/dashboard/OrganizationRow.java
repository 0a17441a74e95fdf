package org.zhengyou.insight.dashboard;

import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationDissolved;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationsMerged;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/**
 * What the dashboard keeps of one organisation.
 *
 * @param organization its id
 * @param known what was said when it was established
 * @param alive true from its establishment, false from its end
 * @param parent the organisation above; after a merger of that one, its heir
 * @param heir the organisation it was merged into, where it was
 */
public record OrganizationRow(
        String organization,
        Timeline<OrganizationEstablished> known,
        Timeline<Boolean> alive,
        Timeline<String> parent,
        Timeline<String> heir) {
    static OrganizationRow empty(String organization) {
        return new OrganizationRow(
                organization,
                Timeline.empty(),
                Timeline.empty(),
                Timeline.empty(),
                Timeline.empty());
    }

    /** Rows after one more fact. */
    static void fold(Fact<?> fact, Documents<OrganizationRow> rows) {
        switch (fact.event()) {
            case OrganizationEstablished e ->
                    rows.update(e.organization(), row -> row.established(fact, e));
            case OrganizationDissolved e -> rows.update(e.organization(), row -> row.ended(fact));
            case OrganizationsMerged e -> {
                e.merged()
                        .forEach(id -> rows.update(id, row -> row.merged(fact, e.organization())));
                e.moved().forEach(id -> rows.update(id, row -> row.moved(fact, e.organization())));
            }
            default -> {}
        }
    }

    private OrganizationRow established(Fact<?> fact, OrganizationEstablished e) {
        return new OrganizationRow(
                organization,
                known.with(fact.order(), e),
                alive.with(fact.order(), true),
                e.parent() == null ? parent : parent.with(fact.order(), e.parent()),
                heir);
    }

    private OrganizationRow ended(Fact<?> fact) {
        return new OrganizationRow(
                organization, known, alive.with(fact.order(), false), parent, heir);
    }

    private OrganizationRow merged(Fact<?> fact, String into) {
        return new OrganizationRow(
                organization,
                known,
                alive.with(fact.order(), false),
                parent,
                heir.with(fact.order(), into));
    }

    private OrganizationRow moved(Fact<?> fact, String under) {
        return new OrganizationRow(
                organization, known, alive, parent.with(fact.order(), under), heir);
    }
}
