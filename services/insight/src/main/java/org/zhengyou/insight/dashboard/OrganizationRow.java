package org.zhengyou.insight.dashboard;

import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/**
 * What the dashboard keeps of one organisation.
 *
 * @param organization its id
 * @param known what was said when it was established
 * @param alive true from its establishment, false from its end
 * @param parent the organisation above; after a merger of that one, its heir
 */
public record OrganizationRow(
        String organization,
        Timeline<OrganizationEstablished> known,
        Timeline<Boolean> alive,
        Timeline<String> parent) {
    static OrganizationRow empty(String organization) {
        return new OrganizationRow(
                organization, Timeline.empty(), Timeline.empty(), Timeline.empty());
    }

    OrganizationRow established(Fact<?> fact, OrganizationEstablished e) {
        return new OrganizationRow(
                organization,
                known.with(fact.order(), e),
                alive.with(fact.order(), true),
                e.parent() == null ? parent : parent.with(fact.order(), e.parent()));
    }

    OrganizationRow ended(Fact<?> fact) {
        return new OrganizationRow(organization, known, alive.with(fact.order(), false), parent);
    }

    OrganizationRow moved(Fact<?> fact, String heir) {
        return new OrganizationRow(organization, known, alive, parent.with(fact.order(), heir));
    }
}
