package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;

import java.util.List;
import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.directory.Heads;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.DutyReportCommand.GiveCommentary;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.personal.Personal;

/** 点评 (S113). Secretaries hear university Party leaders, members the head of their organisation. */
final class Commenting {
    private static final String CLAUSE = "S113";

    private Commenting() {}

    static List<CommentaryGiven> comment(
            History<ReviewEvent> steps, GiveCommentary c, Given given) {
        DutyReportFiled filed = Review.report(steps, c, given, CLAUSE);
        MemberId actor = new MemberId(given.actor().person());
        MemberId by = c.by() == null ? actor : c.by();
        requireLeaders(actor, by, filed, given);
        var event =
                new CommentaryGiven(
                        c.review(), by, Personal.of(filed.reporter().value(), c.text()));
        var known = steps.last(CommentaryGiven.class, e -> e.by().equals(by));
        if (Once.of(known.orElse(null), event, given)
                .or(CLAUSE, "this leader has commented already")) return List.of();
        given.on(ReviewCycle.GROUND).requireOpen(given.effectiveAt(), CLAUSE);
        steps.require(
                DutyReportPresented.class, given.effectiveAt(), CLAUSE, Presentation.REPORTED);
        return List.of(event);
    }

    // A function granted to a seat is not enough: leaders comment, and leaders enter what other
    // leaders said; their staff does neither.
    private static void requireLeaders(
            MemberId actor, MemberId by, DutyReportFiled filed, Given given) {
        Heads heads = new Heads(Registers.at(given, CLAUSE));
        String above = Review.above(filed, given, CLAUSE);
        given.authority().require(APPRAISE, above, CLAUSE);
        requireOther(actor, filed);
        requireOther(by, filed);
        boolean isLeader =
                given.authority().wasAtCommittee(actor.value())
                        || heads.headsLineOf(actor.value(), above);
        if (!isLeader || !heads.isHeadOf(by.value(), whoseHead(filed, above, heads)))
            throw refuse(
                    ACTOR_LACKS_AUTHORITY,
                    CLAUSE,
                    "secretaries hear university Party leaders, members the head of their organisation");
    }

    private static void requireOther(MemberId person, DutyReportFiled filed) {
        if (person.equals(filed.reporter()))
            throw refuse(CONFLICT_OF_INTEREST, CLAUSE, "nobody comments on their own report");
    }

    /** The organisation itself; of a member who is its head, the one above. */
    private static String whoseHead(DutyReportFiled filed, String above, Heads heads) {
        String own = heads.registers().livingOf(above);
        boolean isOwnHead =
                filed.subjectKind() == SubjectKind.MEMBER
                        && heads.isHeadOf(filed.reporter().value(), own);
        return isOwnHead ? heads.registers().above(own).orElse(own) : own;
    }
}
