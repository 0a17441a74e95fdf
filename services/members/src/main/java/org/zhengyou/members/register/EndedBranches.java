package org.zhengyou.members.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 已撤并的党组织 (S66). Every member belongs to a branch that exists. Nobody can promise that between two
 * services: somebody may be registered into a branch whose end has not arrived here yet. Whoever is
 * on the {@link BranchRoster} of one of these is left behind, for the committee to transfer.
 */
public final class EndedBranches extends View<EndedBranches.Branch, EndedBranches.Shown> {
    /**
     * One organisation.
     *
     * @param label its names, once it is known here
     * @param alive true from its establishment, false from its end
     * @param into its heir, where it was merged
     */
    public record Branch(Timeline<Label> label, Timeline<Boolean> alive, Timeline<String> into) {
        private Branch established(Fact<?> fact, OrganizationEstablished e) {
            return new Branch(
                    label.with(fact.order(), new Label(e.labelZh(), e.labelEn())),
                    alive.with(fact.order(), true),
                    into);
        }

        private Branch dissolved(Fact<?> fact) {
            return new Branch(label, alive.with(fact.order(), false), into);
        }

        private Branch merged(Fact<?> fact, String heir) {
            return new Branch(
                    label, alive.with(fact.order(), false), into.with(fact.order(), heir));
        }
    }

    /** The names of an organisation. */
    public record Label(String zh, String en) {}

    /**
     * A branch, or another organisation, that has ended.
     *
     * @param labelZh its name
     * @param labelEn its name in English
     * @param endedOn when it ended
     * @param mergedInto its heir; null if it was dissolved
     */
    public record Shown(
            String labelZh,
            String labelEn,
            LocalDate endedOn,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String mergedInto) {}

    /** The view; its rows are empty. */
    public EndedBranches() {
        super(
                "ended-branches",
                Branch.class,
                Shown.class,
                key -> new Branch(Timeline.empty(), Timeline.empty(), Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Branch> rows) {
        switch (fact.event()) {
            case OrganizationEstablished e ->
                    rows.update(e.organization(), row -> row.established(fact, e));
            case OrganizationDissolved e ->
                    rows.update(e.organization(), row -> row.dissolved(fact));
            case OrganizationsMerged e -> {
                String heir = e.organization();
                e.merged().forEach(id -> rows.update(id, row -> row.merged(fact, heir)));
            }
            default -> {}
        }
    }

    @Override
    public Index index(Branch row) {
        return Index.on("labelZh", Values.of(row.label(), Label::zh).and(Values.of("")))
                .and("labelEn", Values.of(row.label(), Label::en).and(Values.of("")))
                .and("endedOn", Values.daysOf(row.alive()))
                .and("mergedInto", row.into());
    }

    @Override
    public @Nullable Shown answer(String key, Branch row, Instant asOf) {
        var ended = row.alive().entryAt(asOf).filter(alive -> !alive.value());
        if (ended.isEmpty()) return null;
        Label label = row.label().last().orElse(new Label("", ""));
        return new Shown(
                label.zh(), label.en(), ended.get().on(), row.into().at(asOf).orElse(null));
    }
}
