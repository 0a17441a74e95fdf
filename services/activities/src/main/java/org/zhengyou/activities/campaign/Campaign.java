package org.zhengyou.activities.campaign;

import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengyou.activities.campaign.CampaignCommand.CloseCampaign;
import org.zhengyou.activities.campaign.CampaignCommand.ClosePhase;
import org.zhengyou.activities.campaign.CampaignCommand.DefinePhase;
import org.zhengyou.activities.campaign.CampaignCommand.FixMilestoneDate;
import org.zhengyou.activities.campaign.CampaignCommand.LaunchCampaign;
import org.zhengyou.activities.campaign.CampaignCommand.OpenPhase;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignEvent.MilestoneDateFixed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseDefined;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.activities.campaign.DirectiveEvent.DirectiveRegistered;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.view.Fact;

/**
 * 创先争优活动 (S2, S3, S46-S50). The university Party committee launches the campaign on directives and
 * closes it before the Congress; the phases in between are the matter of {@link Phases}.
 *
 * @param calendars of the campaign, and of those that might still run beside it
 * @param directives the directives cited, by the day from which they are on record
 */
public record Campaign(Calendars calendars, Map<DirectiveId, LocalDate> directives) {
    private static final Tag ALL_CAMPAIGNS = Tag.of("campaigns", "all");
    private static final Campaign NONE = new Campaign(Calendars.NONE, Map.of());

    /** Copies the map. */
    public Campaign {
        directives = Map.copyOf(directives);
    }

    /** The tag under which all facts of this campaign are found. */
    public static Tag tag(CampaignId campaign) {
        return Tag.of("campaign", campaign);
    }

    /** The rules about the campaign. */
    public static Decider<CampaignCommand, CampaignEvent, Campaign> decider() {
        return Decider.of("campaign", CampaignCommand.class, CampaignEvent.class)
                .about(CampaignCommand::campaign, CampaignEvent::campaign)
                .alsoDependsOn(Campaign::boundary)
                .alsoTagged(Campaign::tags)
                .sees(CampaignFact.class)
                .decidesOverTime(NONE, Campaign::decide, Campaign::evolve)
                .concerning(CampaignEvent::concern);
    }

    private static Set<Tag> boundary(CampaignCommand command) {
        if (!(command instanceof LaunchCampaign launch)) return Set.of();
        Set<Tag> tags = new HashSet<>(Set.of(ALL_CAMPAIGNS));
        launch.directives().forEach(id -> tags.add(Tag.of("directive", id)));
        return tags;
    }

    private static Set<Tag> tags(CampaignEvent event) {
        return switch (event) {
            case CampaignLaunched e -> Set.of(ALL_CAMPAIGNS);
            case CampaignClosed e -> Set.of(ALL_CAMPAIGNS);
            case PhaseDefined e -> Set.of();
            case PhaseOpened e -> Set.of();
            case PhaseClosed e -> Set.of();
            case MilestoneDateFixed e -> Set.of();
        };
    }

    private static List<? extends CampaignEvent> decide(
            Campaign state, CampaignCommand command, Given given) {
        Calendar calendar = state.calendars.of(command.campaign());
        return switch (command) {
            case LaunchCampaign c -> launch(state, calendar, c, given);
            case DefinePhase c -> Phases.define(calendar, c, given);
            case OpenPhase c -> Phases.open(calendar, c, given);
            case ClosePhase c -> Phases.close(calendar, c, given);
            case FixMilestoneDate c -> fix(calendar, c, given);
            case CloseCampaign c -> close(calendar, c, given);
        };
    }

    private static List<CampaignLaunched> launch(
            Campaign state, Calendar calendar, LaunchCampaign c, Given given) {
        var event =
                new CampaignLaunched(
                        c.campaign(),
                        c.organization(),
                        c.titleZh(),
                        c.decidedOn(),
                        c.documentDigest(),
                        c.directives());
        if (event.equals(calendar.launched())) return List.of();
        given.authority().requireCommittee(GUIDE, "S2");
        if (calendar.launched() != null)
            throw refuse(ALREADY_ON_RECORD, "S2", "this campaign was launched otherwise");
        requireDecision(c, given);
        state.requireDirectives(c, given.effectiveOn());
        state.requireAlone(given.effectiveOn());
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

    private void requireDirectives(LaunchCampaign c, LocalDate day) {
        if (c.directives().isEmpty())
            throw refuse(PART_MISSING, "S1", "a campaign cites at least one directive");
        for (DirectiveId id : c.directives()) {
            LocalDate since = directives.get(id);
            if (since == null)
                throw refuse(NOT_ON_RECORD, "S1", "directive " + id.value() + " is not registered");
            if (since.isAfter(day))
                throw refuse(
                        STEP_OUT_OF_ORDER,
                        "S1",
                        "directive " + id.value() + " is on record from " + since);
        }
    }

    private void requireAlone(LocalDate day) {
        for (Calendar other : calendars.byCampaign().values()) {
            LocalDate end = other.closedOn();
            if (other.launched() != null && (end == null || !end.isBefore(day)))
                throw refuse(
                        STEP_OUT_OF_ORDER,
                        "P-ONE-CAMPAIGN",
                        "another campaign runs; it is closed before the next is launched");
        }
    }

    private static List<MilestoneDateFixed> fix(
            Calendar calendar, FixMilestoneDate c, Given given) {
        var known = calendar.milestones().get(c.milestone());
        if (known != null && known.on().equals(c.on())) return List.of();
        given.authority().requireCommittee(GUIDE, "S3");
        calendar.requireRunning(given.effectiveOn(), "S3");
        if (known != null)
            throw refuse(ALREADY_ON_RECORD, "S3", "the date is fixed as " + known.on());
        Phases.requireAfterStart(calendar, c);
        return List.of(new MilestoneDateFixed(c.campaign(), c.milestone(), c.on()));
    }

    private static List<CampaignClosed> close(Calendar calendar, CloseCampaign c, Given given) {
        LocalDate day = given.effectiveOn();
        LocalDate end = calendar.closedOn();
        if (end != null && !day.isBefore(end)) return List.of();
        given.authority().requireCommittee(GUIDE, "S3");
        calendar.requireRunning(day, "S3");
        if (end != null) throw refuse(STEP_OUT_OF_ORDER, "S3", "the campaign was closed on " + end);
        Phases.requireBeforeCongress(calendar, day, "S3");
        Phases.requireNoneOpenedAfter(calendar, day);
        return List.of(new CampaignClosed(c.campaign()));
    }

    private static Campaign evolve(Campaign state, Fact<?> fact) {
        return switch (fact.event()) {
            case CampaignEvent e -> new Campaign(state.calendars.after(e, fact), state.directives);
            case DirectiveRegistered e -> {
                Map<DirectiveId, LocalDate> more = new HashMap<>(state.directives);
                more.put(e.directive(), fact.effectiveOn());
                yield new Campaign(state.calendars, more);
            }
            default -> state; // facts of other concepts carry none of the tags asked for
        };
    }
}
