package org.zhengyou.activities.projects;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.activities.University.ANN;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.reader;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.projects.MemberProjectCommand.Outcome;
import org.zhengyou.activities.projects.MemberProjectEvent.MemberProjectConcluded;
import org.zhengyou.activities.projects.MemberProjectEvent.MemberProjectStarted;
import org.zhengyou.activities.projects.Projects.Project;
import org.zhengyou.activities.projects.Projects.Row;
import org.zhengyou.activities.projects.Projects.State;
import org.zhengyou.kit.spec.ViewLaws;

/** Started on 2010-10-01 to last until the 10th; concluded on the day after its start, or not. */
class ProjectsTest {
    private static final Projects VIEW = new Projects();
    private static final ProjectId ID = new ProjectId("project");
    private static final Undertaking UNDERTAKING =
            MemberProjectTest.led(ANN, "2010-10-01", "2010-10-10");
    private static final MemberProjectStarted STARTED =
            new MemberProjectStarted(ID, CAMPAIGN, COLLEGE, UNDERTAKING);
    private static final MemberProjectConcluded CONCLUDED =
            new MemberProjectConcluded(
                    ID, CAMPAIGN, COLLEGE, UNDERTAKING, Outcome.PARTLY, "成果", "d3");

    @Test
    void a_project_runs_until_its_last_day_and_is_overdue_from_the_next() {
        assertThat(project("2010-09-30", STARTED)).isNull();
        assertThat(state("2010-10-01", STARTED)).isEqualTo(State.RUNNING);
        assertThat(state("2010-10-10", STARTED)).isEqualTo(State.RUNNING);
        assertThat(state("2010-10-11", STARTED)).isEqualTo(State.OVERDUE);
    }

    @Test
    void a_concluded_project_is_never_overdue_and_shows_what_came_of_it() {
        assertThat(state("2010-10-01", STARTED, CONCLUDED)).isEqualTo(State.RUNNING);
        assertThat(project("2010-10-11", STARTED, CONCLUDED))
                .isEqualTo(
                        new Project(
                                CAMPAIGN,
                                COLLEGE,
                                UNDERTAKING,
                                State.CONCLUDED,
                                Outcome.PARTLY,
                                "成果",
                                "d3",
                                false));
    }

    @Test
    void a_project_that_was_started_late_stays_so() {
        var late =
                new MemberProjectStarted(ID, CAMPAIGN, COLLEGE, UNDERTAKING, University.EXCEPTION);
        assertThat(requireNonNull(project("2010-10-01", STARTED)).late()).isFalse();
        assertThat(requireNonNull(project("2010-10-01", late)).late()).isTrue();
        assertThat(requireNonNull(project("2010-10-11", late)).late()).isTrue();
        assertThat(requireNonNull(project("2010-10-11", late, CONCLUDED)).late()).isTrue();
    }

    @Test
    void it_is_shown_to_its_lead_and_to_who_leads_the_organisation() {
        var audience = VIEW.audience(row(STARTED));
        assertThat(audience.admits(reader("ann"))).isTrue();
        assertThat(audience.admits(reader("han", COLLEGE))).isTrue();
        assertThat(audience.admits(reader("bob"))).isFalse();
    }

    private static State state(String date, Object... events) {
        return requireNonNull(project(date, events)).state();
    }

    private static @Nullable Project project(String date, Object... events) {
        return VIEW.answer(ID.value(), row(events), day(date));
    }

    private static Row row(Object... events) {
        var facts = ViewLaws.facts("activities", "2010-10-01", events);
        return requireNonNull(ViewLaws.rows(VIEW, List.copyOf(facts)).get(ID.value()));
    }
}
