package org.zhengyou.members.register;

import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.members.University.ANN;
import static org.zhengyou.members.University.BRANCH;
import static org.zhengyou.members.University.CLOSED;
import static org.zhengyou.members.University.COLLEGE;
import static org.zhengyou.members.University.LIBRARY;
import static org.zhengyou.members.University.LIN;
import static org.zhengyou.members.University.OTHER_BRANCH;
import static org.zhengyou.members.University.registered;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.members.University;
import org.zhengyou.members.register.MemberCommand.EndMembership;
import org.zhengyou.members.register.MemberCommand.TransferMember;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;

class TransferAndEndTest {
    private static final MemberTransferred MOVED = new MemberTransferred(ANN, BRANCH, OTHER_BRANCH);
    private static final MembershipEnded LEFT = new MembershipEnded(ANN, BRANCH, EndReason.LEFT);

    private static DeciderScenario<MemberCommand, MemberEvent, PartyMember> scenario() {
        return University.scenario(PartyMember.decider());
    }

    /** Ann belongs to the first branch since June 2010. */
    private static DeciderScenario<MemberCommand, MemberEvent, PartyMember> withAnn() {
        return scenario().given(registered(ANN, BRANCH));
    }

    private static TransferMember move(BranchId from, BranchId to) {
        return new TransferMember(ANN, from, to);
    }

    @Test
    void a_member_goes_from_the_own_branch_to_one_that_exists() {
        withAnn()
                .on("2010-07-01")
                .when(move(BRANCH, OTHER_BRANCH))
                .thenEvents(MOVED)
                .when(move(LIBRARY, OTHER_BRANCH))
                .thenRefused(OUT_OF_SCOPE, "S4", "does not belong to branch from")
                .when(move(BRANCH, COLLEGE))
                .thenRefused(OUT_OF_SCOPE, "S4", "branch that exists")
                .when(move(BRANCH, CLOSED))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void the_branch_left_behind_lets_a_member_go() {
        withAnn()
                .on("2010-07-01")
                .by(LIN)
                .when(move(BRANCH, OTHER_BRANCH))
                .thenEvents(MOVED)
                .when(move(OTHER_BRANCH, BRANCH))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S4", "IMPLEMENT");
    }

    @Test
    void nobody_without_authority_learns_what_is_on_record() {
        withAnn()
                .on("2010-07-01")
                .given(MOVED)
                .by("somebody")
                .when(move(BRANCH, OTHER_BRANCH))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .given(new MembershipEnded(ANN, OTHER_BRANCH, EndReason.LEFT))
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_transfer_said_again_changes_nothing() {
        withAnn()
                .on("2010-07-01")
                .given(MOVED)
                .when(move(BRANCH, OTHER_BRANCH))
                .thenNothing()
                .on("2010-08-01")
                .when(move(BRANCH, OTHER_BRANCH))
                .thenRefused(ALREADY_ON_RECORD, "S4", "2010-07-01")
                .given(new MemberTransferred(ANN, OTHER_BRANCH, BRANCH))
                .on("2010-07-01")
                .when(move(BRANCH, OTHER_BRANCH))
                .thenNothing()
                .on("2010-09-01")
                .when(move(BRANCH, OTHER_BRANCH))
                .thenEvents(MOVED);
    }

    @Test
    void a_late_fact_does_not_contradict_what_is_on_record() {
        withAnn()
                .on("2010-09-01")
                .given(MOVED)
                .on("2010-08-01")
                .when(move(OTHER_BRANCH, LIBRARY))
                .thenRefused(STEP_OUT_OF_ORDER, "S4", "2010-09-01")
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenRefused(STEP_OUT_OF_ORDER)
                .on("2010-09-01")
                .when(move(OTHER_BRANCH, LIBRARY))
                .thenRefused(STEP_OUT_OF_ORDER)
                .on("2010-09-02")
                .when(move(OTHER_BRANCH, LIBRARY))
                .thenEvents(new MemberTransferred(ANN, OTHER_BRANCH, LIBRARY));
    }

    @Test
    void a_membership_ends_with_its_branch_and_a_reason() {
        withAnn()
                .on("2010-07-01")
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenEvents(LEFT)
                .by("somebody")
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void nothing_follows_the_end() {
        withAnn()
                .on("2010-07-01")
                .given(LEFT)
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenNothing()
                .when(new EndMembership(ANN, EndReason.EXPELLED))
                .thenRefused(ALREADY_ON_RECORD, "S4", "ended otherwise")
                .on("2010-08-01")
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenRefused(ALREADY_ON_RECORD, "S4", "2010-07-01")
                .when(move(BRANCH, OTHER_BRANCH))
                .thenRefused(STEP_OUT_OF_ORDER, "S4", "has ended");
    }

    @Test
    void only_a_member_on_record_is_transferred_or_leaves() {
        scenario()
                .when(move(BRANCH, OTHER_BRANCH))
                .thenRefused(NOT_ON_RECORD)
                .when(new EndMembership(ANN, EndReason.DECEASED))
                .thenRefused(NOT_ON_RECORD);
    }
}
