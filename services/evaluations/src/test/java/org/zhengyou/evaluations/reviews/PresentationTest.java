package org.zhengyou.evaluations.reviews;

import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.CAI;
import static org.zhengyou.evaluations.reviews.PresentationAudience.COMMITTEE_AND_DELEGATES;
import static org.zhengyou.evaluations.reviews.PresentationAudience.ORGANIZATION_AND_MASSES;
import static org.zhengyou.evaluations.reviews.ReviewScenario.CYCLE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.OF_COLLEGE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.REVIEW;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filed;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filedByCollege;
import static org.zhengyou.evaluations.reviews.ReviewScenario.presented;
import static org.zhengyou.evaluations.reviews.ReviewScenario.presentedByCollege;
import static org.zhengyou.evaluations.reviews.ReviewScenario.scenario;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.AUDIENCE_REQUIRED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;

import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.reviews.DutyReportCommand.PresentDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;

class PresentationTest {
    private static final PresentDutyReport PRESENT =
            new PresentDutyReport(REVIEW, CYCLE, ORGANIZATION_AND_MASSES);
    private static final PresentDutyReport PRESENT_OF_COLLEGE =
            new PresentDutyReport(OF_COLLEGE, CYCLE, COMMITTEE_AND_DELEGATES);

    @Test
    void members_report_to_their_organisation_and_the_masses() {
        scenario().given(filed()).by(ANN.value()).when(PRESENT).thenEvents(presented());
        scenario().given(filed()).by(LIN).when(PRESENT).thenEvents(presented());
        scenario().given(filed()).by(CAI.value()).when(PRESENT).thenRefused(ACTOR_LACKS_AUTHORITY);
        scenario().given(filed(), presented()).by(ANN.value()).when(PRESENT).thenNothing();
    }

    @Test
    void secretaries_of_second_tier_organisations_report_to_the_committee_and_the_delegates() {
        scenario()
                .given(filedByCollege(false))
                .by(HAN)
                .when(PRESENT_OF_COLLEGE)
                .thenEvents(presentedByCollege());
    }

    @Test
    void the_audience_is_named_and_is_the_one_of_the_clause() {
        scenario()
                .given(filed())
                .by(ANN.value())
                .when(new PresentDutyReport(REVIEW, CYCLE, null))
                .thenRefused(AUDIENCE_REQUIRED, "S111", "ORGANIZATION_AND_MASSES");
        scenario()
                .given(filedByCollege(false))
                .by(HAN)
                .when(new PresentDutyReport(OF_COLLEGE, CYCLE, ORGANIZATION_AND_MASSES))
                .thenRefused(AUDIENCE_REQUIRED, "S110", "COMMITTEE_AND_DELEGATES");
    }

    @Test
    void both_audiences_hear_a_report_that_discharges_both_roles() {
        scenario()
                .given(filedByCollege(true), presentedByCollege())
                .by(HAN)
                .when(new PresentDutyReport(OF_COLLEGE, CYCLE, ORGANIZATION_AND_MASSES))
                .thenEvents(new DutyReportPresented(OF_COLLEGE, ORGANIZATION_AND_MASSES));
    }

    @Test
    void a_report_is_filed_before_it_is_presented() {
        scenario().by(ANN.value()).when(PRESENT).thenRefused(ACTOR_LACKS_AUTHORITY);
        scenario()
                .by("gao")
                .when(PRESENT)
                .thenRefused(STEP_OUT_OF_ORDER, "S110", "the duty report is filed");
        scenario()
                .given(filed())
                .on("2010-12-14")
                .by("gao")
                .when(PRESENT)
                .thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void one_audience_hears_a_report_on_one_date() {
        scenario()
                .given(filed(), presented())
                .on("2010-12-16")
                .by(ANN.value())
                .when(PRESENT)
                .thenRefused(ALREADY_ON_RECORD, "S111", "2010-12-15");
        scenario()
                .given(filed(), presented())
                .by(CAI.value())
                .when(PRESENT)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_closed_cycle_takes_no_presentation() {
        var over = new ReviewCycleClosed(CYCLE, 2010);
        scenario().given(filed(), over).by(ANN.value()).when(PRESENT).thenRefused(ROUND_CLOSED);
    }

    @Test
    void a_review_is_named_together_with_its_own_cycle() {
        scenario()
                .given(filed())
                .by("gao")
                .when(new PresentDutyReport(REVIEW, new CycleId("other"), ORGANIZATION_AND_MASSES))
                .thenRefused(NOT_ON_RECORD);
    }
}
