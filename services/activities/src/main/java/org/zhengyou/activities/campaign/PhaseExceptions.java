package org.zhengyou.activities.campaign;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.List;
import org.zhengyou.activities.campaign.CampaignCommand.GrantPhaseException;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseExceptionGranted;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;

/**
 * 阶段例外 (P-PHASE-EXCEPTION). The plan names the main tasks of a phase (主要抓好), not exclusive ones:
 * the committee itself may let one organisation catch up with one of them. What is done by an
 * exception says so for ever.
 */
final class PhaseExceptions {
    private static final String POLICY = "P-PHASE-EXCEPTION";

    private PhaseExceptions() {}

    static List<PhaseExceptionGranted> grant(
            Calendar calendar, GrantPhaseException c, Given given) {
        var event =
                new PhaseExceptionGranted(
                        c.campaign(),
                        c.exception(),
                        c.act(),
                        c.organization(),
                        c.until(),
                        c.reason());
        given.authority().requireCommitteeOffice(POLICY);
        if (Once.of(calendar.granted(c.exception()), event, given)
                .or(POLICY, "this exception was granted otherwise")) return List.of();
        calendar.requireRunning(given.effectiveOn(), POLICY);
        Registers.at(given, POLICY).organization(c.organization().value());
        requireUntil(calendar, c, given);
        return List.of(event);
    }

    private static void requireUntil(Calendar calendar, GrantPhaseException c, Given given) {
        if (c.until().isBefore(given.effectiveOn()))
            throw refuse(
                    STEP_OUT_OF_ORDER, POLICY, "until: not before the day on which it is granted");
        LocalDate end = calendar.lastDay(c.act().lastPhase());
        if (end == null)
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    POLICY,
                    "phase " + c.act().lastPhase() + " has no last day yet");
        if (!c.until().isAfter(end))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    POLICY,
                    "until: this belongs to phases that last until " + end + " anyway");
    }
}
