package org.zhengyou.activities.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.decide.Concern;

/** 创先争优活动 (S2, S3, S46-S50). What happened to the campaign. */
public sealed interface CampaignEvent {
    /** The campaign concerned. */
    CampaignId campaign();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case CampaignLaunched e -> Concern.of(e.organization(), "S2");
            case PhaseDefined e -> Concern.ofCommittee("S46");
            case PhaseOpened e -> Concern.ofCommittee("S46", "S47", "S48", "S49", "S50");
            case PhaseClosed e -> Concern.ofCommittee("S46");
            case MilestoneDateFixed e -> Concern.ofCommittee("S3");
            case PhaseExceptionGranted e ->
                    Concern.of(e.organization(), "P-PHASE-EXCEPTION", e.act().clause());
            case CampaignClosed e -> Concern.ofCommittee("S3");
        };
    }

    /** Its beginning and its end. */
    sealed interface Lifetime extends CampaignEvent {}

    /**
     * 活动已启动 (S2).
     *
     * @param campaign its id
     * @param organization the university Party committee
     * @param titleZh its title
     * @param decidedOn when the committee decided
     * @param documentDigest SHA-256 of the decision
     * @param directives the directives it rests on
     */
    record CampaignLaunched(
            CampaignId campaign,
            OrganizationId organization,
            String titleZh,
            LocalDate decidedOn,
            String documentDigest,
            List<DirectiveId> directives)
            implements Lifetime {
        /** Copies the list. */
        public CampaignLaunched {
            directives = List.copyOf(directives);
        }
    }

    /**
     * 阶段已确定 (S46).
     *
     * @param campaign the campaign
     * @param phase 1 to 4
     * @param titleZh its title
     * @param from its first day
     * @param to its last day; null for phase 4
     */
    record PhaseDefined(
            CampaignId campaign, int phase, String titleZh, LocalDate from, @Nullable LocalDate to)
            implements CampaignEvent {}

    /**
     * 阶段已开启 (S46-S50).
     *
     * @param campaign the campaign
     * @param phase 1 to 4
     */
    record PhaseOpened(CampaignId campaign, int phase) implements CampaignEvent {}

    /**
     * 阶段已结束 (S46).
     *
     * @param campaign the campaign
     * @param phase 1 to 4
     */
    record PhaseClosed(CampaignId campaign, int phase) implements CampaignEvent {}

    /**
     * 节点日期已确定 (S3).
     *
     * @param campaign the campaign
     * @param milestone which of the two
     * @param on its date
     */
    record MilestoneDateFixed(CampaignId campaign, Milestone milestone, LocalDate on)
            implements CampaignEvent {}

    /**
     * 阶段例外已批准 (P-PHASE-EXCEPTION).
     *
     * @param campaign the campaign
     * @param exception its id
     * @param act what may be done although its phases are over
     * @param organization by whom
     * @param until the last day
     * @param reason why
     */
    record PhaseExceptionGranted(
            CampaignId campaign,
            ExceptionId exception,
            GatedAct act,
            OrganizationId organization,
            LocalDate until,
            String reason)
            implements CampaignEvent {}

    /**
     * 活动已结束 (S3).
     *
     * @param campaign the campaign
     */
    record CampaignClosed(CampaignId campaign) implements Lifetime {}
}
