package org.zhengyou.activities.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/**
 * 党组织 (S6). What a view's row keeps of an organisation, so that the register is its denominator.
 *
 * @param organization its id
 * @param known what was said when it was established
 * @param alive true from its establishment, false from its end
 * @param parent the organisation above; after a merger of that one, its heir
 */
public record OrganizationRecord(
        String organization,
        Timeline<OrganizationEstablished> known,
        Timeline<Boolean> alive,
        Timeline<String> parent) {

    /** Nothing is known of it. */
    public static OrganizationRecord empty(String organization) {
        return new OrganizationRecord(
                organization, Timeline.empty(), Timeline.empty(), Timeline.empty());
    }

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

    /** This record after one of the facts that concern it. */
    public OrganizationRecord after(Fact<?> fact) {
        return switch (fact.event()) {
            case OrganizationEstablished e -> begun(fact, e);
            case OrganizationsMerged e when !e.merged().contains(organization) ->
                    new OrganizationRecord(
                            organization,
                            known,
                            alive,
                            parent.with(fact.order(), e.organization()));
            default ->
                    new OrganizationRecord(
                            organization, known, alive.with(fact.order(), false), parent);
        };
    }

    private OrganizationRecord begun(Fact<?> fact, OrganizationEstablished e) {
        return new OrganizationRecord(
                organization,
                known.with(fact.order(), e),
                alive.with(fact.order(), true),
                e.parent() == null ? parent : parent.with(fact.order(), e.parent()));
    }

    /** What it is, if it exists at this instant. */
    public Optional<OrganizationEstablished> at(Instant asOf) {
        return alive.at(asOf).orElse(false) ? known.last() : Optional.empty();
    }

    /** The organisation above it at this instant, if there is one. */
    public Optional<String> parentAt(Instant asOf) {
        return parent.at(asOf);
    }

    /** 党总支（直属党支部） (Q17): a general branch, or a branch directly under the committee. */
    public boolean isSecondTier() {
        String type = known.last().map(OrganizationEstablished::type).orElse("");
        return type.equals("GENERAL_BRANCH") || type.equals("DIRECT_BRANCH");
    }
}
