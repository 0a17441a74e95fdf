package org.zhengyou.activities.campaign;

import static java.util.stream.Collectors.toSet;
import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.zhengyou.activities.campaign.CampaignCommand.CloseCampaign;
import org.zhengyou.activities.campaign.CampaignCommand.ClosePhase;
import org.zhengyou.activities.campaign.CampaignCommand.DefinePhase;
import org.zhengyou.activities.campaign.CampaignCommand.FixMilestoneDate;
import org.zhengyou.activities.campaign.CampaignCommand.GrantPhaseException;
import org.zhengyou.activities.campaign.CampaignCommand.LaunchCampaign;
import org.zhengyou.activities.campaign.CampaignCommand.OpenPhase;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignEvent.MilestoneDateFixed;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Tag;

/**
 * 创先争优活动 (S2, S3, S46-S50). The university Party committee launches the campaign on directives and
 * closes it before the Congress; the phases in between are the matter of {@link Phases}.
 */
public final class Campaign {
    private Campaign() {}

    /** The rules about the campaign. */
    public static Decider<CampaignCommand, CampaignEvent, Calendar> decider() {
        return Decider.of("campaign", CampaignCommand.class, CampaignEvent.class)
                .about(CampaignCommand::campaign, CampaignEvent::campaign)
                .restsOnEach(
                        Campaigns.GROUND,
                        c -> c instanceof LaunchCampaign ? Set.of(Campaigns.ALL) : Set.of())
                .restsOnEach(Directive.GROUND, Campaign::directives)
                .alsoTagged(
                        e -> e instanceof CampaignEvent.Lifetime ? Set.of(Campaigns.ALL) : Set.of())
                .decides(Calendar.GROUND, Campaign::decide)
                .concerning(CampaignEvent::concern);
    }

    private static Set<Tag> directives(CampaignCommand command) {
        if (!(command instanceof LaunchCampaign launch)) return Set.of();
        return launch.directives().stream().map(Directive.GROUND::tag).collect(toSet());
    }

    private static List<? extends CampaignEvent> decide(
            Calendar calendar, CampaignCommand command, Given given) {
        return switch (command) {
            case LaunchCampaign c -> launch(calendar, c, given);
            case DefinePhase c -> Phases.define(calendar, c, given);
            case OpenPhase c -> Phases.open(calendar, c, given);
            case ClosePhase c -> Phases.close(calendar, c, given);
            case FixMilestoneDate c -> fix(calendar, c, given);
            case GrantPhaseException c -> PhaseExceptions.grant(calendar, c, given);
            case CloseCampaign c -> close(calendar, c, given);
        };
    }

    private static List<CampaignLaunched> launch(Calendar calendar, LaunchCampaign c, Given given) {
        var event =
                new CampaignLaunched(
                        c.campaign(),
                        c.organization(),
                        c.titleZh(),
                        c.decidedOn(),
                        c.documentDigest(),
                        c.directives());
        given.authority().requireCommittee(GUIDE, "S2");
        if (Once.of(calendar.launched(), event, given)
                .or("S2", "this campaign was launched otherwise")) return List.of();
        requireDecision(c, given);
        requireDirectives(c, given);
        given.on(Campaigns.GROUND).requireNoneRunning(given.effectiveOn());
        return List.of(event);
    }

    private static void requireDecision(LaunchCampaign c, Given given) {
        var organization = given.look(OrganizationDirectory.class, c.organization().value());
        if (!organization.isKnown())
            throw refuse(RESULT_MISSING, "S2", "the organisation is not known here yet");
        if (!organization.type().equals("PARTY_COMMITTEE"))
            throw refuse(OUT_OF_SCOPE, "S2", "only the university Party committee launches");
        if (c.decidedOn().isAfter(given.effectiveOn()))
            throw refuse(STEP_OUT_OF_ORDER, "S2", "the decision comes before the launch");
    }

    private static void requireDirectives(LaunchCampaign c, Given given) {
        if (c.directives().isEmpty())
            throw refuse(PART_MISSING, "S1", "a campaign cites at least one directive");
        for (DirectiveId id : c.directives()) {
            var registered = given.on(Directive.GROUND, id).registered();
            if (registered == null)
                throw refuse(NOT_ON_RECORD, "S1", "directive " + id.value() + " is not registered");
            if (registered.on().isAfter(given.effectiveOn()))
                throw refuse(
                        STEP_OUT_OF_ORDER,
                        "S1",
                        "directive " + id.value() + " is on record from " + registered.on());
        }
    }

    private static List<MilestoneDateFixed> fix(
            Calendar calendar, FixMilestoneDate c, Given given) {
        var event = new MilestoneDateFixed(c.campaign(), c.milestone(), c.on());
        given.authority().requireCommittee(GUIDE, "S3");
        if (Once.of(calendar.milestones().get(c.milestone()), event, given)
                .or("S3", "the date is fixed otherwise")) return List.of();
        calendar.requireRunning(given.effectiveOn(), "S3");
        calendar.requireAfterLaunch(c.on(), "S3", "on");
        Phases.requireAfterStart(calendar, c);
        return List.of(event);
    }

    private static List<CampaignClosed> close(Calendar calendar, CloseCampaign c, Given given) {
        LocalDate day = given.effectiveOn();
        given.authority().requireCommittee(GUIDE, "S3");
        if (Once.of(calendar.closedOn(), given).or("S3", "the campaign was closed"))
            return List.of();
        calendar.requireRunning(day, "S3");
        Phases.requireBeforeCongress(calendar, day, "S3");
        Phases.requireNoneOpenedAfter(calendar, day);
        return List.of(new CampaignClosed(c.campaign()));
    }
}
