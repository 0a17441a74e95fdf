package org.zhengyou.activities.directory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.COMMITTEE;
import static org.zhengyou.activities.University.organization;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.coverage.Coverage;
import org.zhengyou.activities.coverage.Coverage.Reach;
import org.zhengyou.activities.plans.PlanCascade;
import org.zhengyou.activities.plans.PlanCascade.Cascade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

/** 合并 (S66, F2) in the views that show what stands above. Facts lie a day apart. */
class MergedOrganizationTest {
    private static final OrganizationId HEIR = new OrganizationId("heir");
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "organizations",
                    "2010-06-01",
                    organization(COMMITTEE, "PARTY_COMMITTEE", null),
                    organization(COLLEGE, "GENERAL_BRANCH", COMMITTEE),
                    organization(HEIR, "GENERAL_BRANCH", COMMITTEE),
                    organization(BRANCH, "BRANCH", COLLEGE), // 04
                    new OrganizationsMerged(
                            HEIR.value(), List.of(COLLEGE.value()), List.of(BRANCH.value())));

    @Test
    void any_order_and_any_repetition_of_a_merger_give_the_same_rows() {
        for (View<?, ?> view : List.of(new Coverage(), new PlanCascade())) {
            ViewLaws.isOrderFree(view, FACTS);
            ViewLaws.survivesStorage(view, FACTS);
        }
    }

    @Test
    void coverage_shows_a_branch_under_the_heir_from_the_merger_on() {
        assertThat(reach(BRANCH, "2010-06-04").parent()).isEqualTo(COLLEGE.value());
        assertThat(reach(BRANCH, "2010-06-05").parent()).isEqualTo(HEIR.value());
        assertThat(reach(HEIR, "2010-06-05").parent()).isEqualTo(COMMITTEE.value());
        assertThat(answer(new Coverage(), COLLEGE, "2010-06-05")).isNull();
    }

    @Test
    void the_plan_cascade_shows_a_branch_under_the_heir_from_the_merger_on() {
        assertThat(cascade(BRANCH, "2010-06-04").parent()).isEqualTo(COLLEGE.value());
        assertThat(cascade(BRANCH, "2010-06-05").parent()).isEqualTo(HEIR.value());
        assertThat(cascade(COMMITTEE, "2010-06-05").parent()).isNull();
        assertThat(answer(new PlanCascade(), COLLEGE, "2010-06-05")).isNull();
    }

    @Test
    void what_moved_is_read_from_the_approved_sample() {
        assertThat(ApprovedSamples.read("organizations", OrganizationsMerged.class).moved())
                .containsExactly("o-4");
    }

    private static Reach reach(OrganizationId id, String date) {
        return (Reach) requireNonNull(answer(new Coverage(), id, date));
    }

    private static Cascade cascade(OrganizationId id, String date) {
        return (Cascade) requireNonNull(answer(new PlanCascade(), id, date));
    }

    private static <R extends Record> @Nullable Record answer(
            View<R, ?> view, OrganizationId id, String date) {
        R row = requireNonNull(ViewLaws.rows(view, FACTS).get(id.value()));
        return view.answer(id.value(), row, day(date));
    }
}
