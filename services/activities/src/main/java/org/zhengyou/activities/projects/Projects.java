package org.zhengyou.activities.projects;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.projects.MemberProjectCommand.Outcome;
import org.zhengyou.activities.projects.MemberProjectEvent.MemberProjectConcluded;
import org.zhengyou.activities.projects.MemberProjectEvent.MemberProjectStarted;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 党员项目 (S60). The projects of members: running, overdue (its last day is past) or concluded. Shown
 * to who leads the organisation, to the lead, to the committee and to auditors. One row per
 * project.
 */
public final class Projects extends View<Projects.Row, Projects.Project> {
    /** One project. */
    public record Row(Timeline<Project> project, Timeline<Boolean> late) {}

    /**
     * What a reader is shown of a project; outcome, result and its evidence once it is concluded;
     * late if it was started by an exception from the phases.
     */
    public record Project(
            CampaignId campaign,
            OrganizationId organization,
            Undertaking undertaking,
            State state,
            @Nullable Outcome outcome,
            @Nullable String resultZh,
            @Digest @Nullable String evidenceDigest,
            boolean late) {
        private Project on(LocalDate day) {
            return state == State.CONCLUDED || !day.isAfter(undertaking.to())
                    ? this
                    : new Project(
                            campaign,
                            organization,
                            undertaking,
                            State.OVERDUE,
                            null,
                            null,
                            null,
                            late);
        }

        private Project late(boolean isLate) {
            return new Project(
                    campaign,
                    organization,
                    undertaking,
                    state,
                    outcome,
                    resultZh,
                    evidenceDigest,
                    isLate);
        }
    }

    /** 进行中, 逾期, 已结项. */
    public enum State {
        RUNNING,
        OVERDUE,
        CONCLUDED
    }

    /** The view. */
    public Projects() {
        super(
                "projects",
                Row.class,
                Project.class,
                key -> new Row(Timeline.empty(), Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (!(fact.event() instanceof MemberProjectEvent e)) return;
        var end = e instanceof MemberProjectConcluded concluded ? concluded : null;
        var project =
                new Project(
                        e.campaign(),
                        e.organization(),
                        e.undertaking(),
                        end == null ? State.RUNNING : State.CONCLUDED,
                        end == null ? null : end.outcome(),
                        end == null ? null : end.resultZh(),
                        end == null ? null : end.evidenceDigest(),
                        false);
        boolean late = e instanceof MemberProjectStarted started && started.exception() != null;
        rows.update(
                e.project().value(),
                row ->
                        new Row(
                                row.project().with(fact.order(), project),
                                late ? row.late().with(fact.order(), true) : row.late()));
    }

    @Override
    public Audience audience(Row row) {
        return Audience.leadersOf(Values.of(row.project(), Project::organization))
                .and(Audience.self(Values.of(row.project(), p -> p.undertaking().lead())))
                .and(Audience.NARROWEST);
    }

    @Override
    public Index index(Row row) {
        return Index.on("campaign", row.project(), Project::campaign)
                .and("organization", row.project(), Project::organization)
                .and("evidenceDigest", row.project(), Project::evidenceDigest)
                .and("late", Values.of(true, false));
    }

    @Override
    public @Nullable Project answer(String key, Row row, Instant asOf) {
        LocalDate day = asOf.atZone(Given.ZONE).toLocalDate();
        boolean late = row.late().at(asOf).isPresent();
        return row.project().at(asOf).map(project -> project.late(late).on(day)).orElse(null);
    }
}
