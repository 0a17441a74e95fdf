package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;

import java.util.List;
import java.util.Optional;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.Registers;
import org.zhengyou.evaluations.reviews.DutyReportCommand.GiveCommentary;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.personal.Personal;

/** 点评 (S113). Secretaries hear university Party leaders, members the head of their organisation. */
final class Commenting {
    private static final String CLAUSE = "S113";

    private Commenting() {}

    static List<CommentaryGiven> comment(Reviews state, GiveCommentary c, Given given) {
        DutyReportFiled filed = Review.report(state, c, given, CLAUSE);
        state.of(c.review())
                .require(
                        DutyReportPresented.class,
                        given.effectiveAt(),
                        CLAUSE,
                        Presentation.REPORTED);
        MemberId actor = new MemberId(given.actor().person());
        MemberId by = c.by() == null ? actor : c.by();
        if (by.equals(filed.reporter()) || actor.equals(filed.reporter()))
            throw refuse(CONFLICT_OF_INTEREST, CLAUSE, "nobody comments on their own report");
        CommentaryGiven now =
                new CommentaryGiven(
                        c.review(), by, Personal.of(filed.reporter().value(), c.text()));
        Optional<CommentaryGiven> before = by(state, c.review(), by);
        if (before.isPresent() && before.get().equals(now)) return List.of();
        requireLeaders(actor, by, filed, given);
        state.cycles().requireOpen(c.cycle(), given.effectiveAt(), CLAUSE);
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "this leader has commented already");
        return List.of(now);
    }

    private static Optional<CommentaryGiven> by(Reviews state, ReviewId review, MemberId leader) {
        return state.of(review)
                .all(CommentaryGiven.class)
                .map(Reviews.Step::event)
                .filter(e -> e.by().equals(leader))
                .findFirst();
    }

    // A function granted to a seat is not enough: leaders comment, and leaders enter what other
    // leaders said; their staff does neither.
    private static void requireLeaders(
            MemberId actor, MemberId by, DutyReportFiled filed, Given given) {
        Registers registers = new Registers(given, given.effectiveAt(), CLAUSE);
        String above = Review.above(filed, given, CLAUSE);
        given.authority().require(APPRAISE, above, CLAUSE);
        boolean isLeader =
                given.authority().wasAtCommittee(actor.value())
                        || registers.headsLineOf(actor.value(), above);
        if (!isLeader || !registers.isHeadOf(by.value(), whoseHead(filed, above, registers)))
            throw refuse(
                    ACTOR_LACKS_AUTHORITY,
                    CLAUSE,
                    "secretaries hear university Party leaders, members the head of their organisation");
    }

    /** The organisation itself; of a member who is its head, the one above. */
    private static String whoseHead(DutyReportFiled filed, String above, Registers registers) {
        String own = registers.livingOf(above);
        boolean isOwnHead =
                filed.subjectKind() == SubjectKind.MEMBER
                        && registers.isHeadOf(filed.reporter().value(), own);
        return isOwnHead ? registers.above(own).orElse(own) : own;
    }
}
