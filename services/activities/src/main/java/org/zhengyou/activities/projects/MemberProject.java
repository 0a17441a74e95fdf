package org.zhengyou.activities.projects;

import static org.zhengyou.activities.campaign.GatedAct.START_MEMBER_PROJECT;
import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.Calendar;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.projects.MemberProjectCommand.*;
import org.zhengyou.activities.projects.MemberProjectEvent.*;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;

/**
 * 党员攻关项目、党员品牌工程 (S60). Started in phase 2 or 3 as dedication at the post, concluded at any time.
 *
 * @param start how it was started, null before
 * @param end how it was concluded, null before
 */
public record MemberProject(
        @Nullable Told<MemberProjectStarted> start, @Nullable Told<MemberProjectConcluded> end) {
    private static final String CLAUSE = "S60";

    /** The rules about member projects. */
    public static Decider<MemberProjectCommand, MemberProjectEvent, MemberProject> decider() {
        return Decider.of("project", MemberProjectCommand.class, MemberProjectEvent.class)
                .about(MemberProjectCommand::project, MemberProjectEvent::project)
                .restsOn(Calendar.GROUND, MemberProjectCommand::campaign)
                .decides(new MemberProject(null, null), MemberProject::decide, MemberProject::after)
                .concerning(MemberProjectEvent::concern);
    }

    private static List<? extends MemberProjectEvent> decide(
            MemberProject state, MemberProjectCommand command, Given given) {
        return switch (command) {
            case StartMemberProject c -> state.start(c, given);
            case ConcludeMemberProject c -> state.conclude(c, given);
        };
    }

    private MemberProject after(Told<MemberProjectEvent> told) {
        return switch (told.event()) {
            case MemberProjectStarted e -> new MemberProject(told.as(e), end);
            case MemberProjectConcluded e -> new MemberProject(start, told.as(e));
        };
    }

    private List<MemberProjectStarted> start(StartMemberProject c, Given given) {
        Undertaking what = c.undertaking();
        List<LocalDate> days = List.of(given.effectiveOn(), what.from());
        var event =
                new MemberProjectStarted(
                        c.project(),
                        c.campaign(),
                        c.organization(),
                        what,
                        exception(c.organization(), days, given));
        given.authority().require(IMPLEMENT, c.organization().value(), CLAUSE);
        if (Once.of(start, event, given).or(CLAUSE, "this project was started otherwise"))
            return List.of();
        Registers.at(given, CLAUSE).organization(c.organization().value());
        // Then no project is concluded, from its first day on, before it was started.
        if (what.from().isBefore(given.effectiveOn()))
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "a project is started by its first day");
        for (LocalDate day : days)
            given.on(Calendar.GROUND).requireOpen(START_MEMBER_PROJECT, c.organization(), day);
        var begin = what.from().atStartOfDay(Given.ZONE).toInstant();
        new Registers(given, begin, CLAUSE).roster(c.organization().value(), List.of(what.lead()));
        return List.of(event);
    }

    /** By which exception one of these days is late. */
    private static @Nullable ExceptionId exception(
            OrganizationId organization, List<LocalDate> days, Given given) {
        Calendar calendar = given.on(Calendar.GROUND);
        for (LocalDate day : days) {
            var late = calendar.exceptionFor(START_MEMBER_PROJECT, organization, day);
            if (late != null) return late;
        }
        return null;
    }

    private List<MemberProjectConcluded> conclude(ConcludeMemberProject c, Given given) {
        if (start == null) throw refuse(NOT_ON_RECORD, CLAUSE, "no such project was started");
        MemberProjectStarted known = start.event();
        var event =
                new MemberProjectConcluded(
                        c.project(),
                        known.campaign(),
                        known.organization(),
                        known.undertaking(),
                        c.outcome(),
                        c.resultZh(),
                        c.evidenceDigest());
        given.authority().require(IMPLEMENT, known.organization().value(), CLAUSE);
        if (Once.of(end, event, given).or(CLAUSE, "this project was concluded otherwise"))
            return List.of();
        requireConcludable(known.undertaking(), given);
        return List.of(event);
    }

    private static void requireConcludable(Undertaking what, Given given) {
        if (given.effectiveOn().isBefore(what.from()))
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "the project begins on " + what.from());
        String lead = what.lead().value();
        if (!Registers.at(given, CLAUSE).isMember(lead))
            throw refuse(PART_MISSING, CLAUSE, "lead: " + lead + " is no member any more");
    }
}
