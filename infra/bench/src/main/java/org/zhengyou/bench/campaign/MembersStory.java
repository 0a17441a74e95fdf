package org.zhengyou.bench.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.members.register.BranchId;
import org.zhengyou.members.register.EndReason;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;
import org.zhengyou.members.register.MemberId;
import org.zhengyou.members.register.MemberKind;

/** 党员 (S4): registered before the launch; every fifth transferred, every twentieth left since. */
final class MembersStory extends Story {
    private static final LocalDate ENTERED = LocalDate.of(2010, 5, 12);
    private static final int DAYS = 25;
    private static final LocalDate CHANGES = LocalDate.of(2010, 7, 1);
    private static final int CHANGE_DAYS = 350;
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平";

    MembersStory(University university, Consumer<Act> told) {
        super(university, told);
    }

    @Override
    void tell() {
        for (int i = 0; i < university().members(); i++) register(i);
        for (int i = 0; i < university().members(); i++) change(i);
    }

    private void register(int i) {
        String member = university().member(i);
        LocalDate joined = LocalDate.of(1990 + i % 19, 1 + i % 12, 1 + i % 28);
        sayLater(
                "S4 IMPLEMENT",
                start(joined),
                spread(ENTERED, DAYS, i, university().members()),
                new PartyMemberRegistered(
                        new MemberId(member),
                        branch(university().branchOf(i)),
                        university().isStudent(i) ? MemberKind.STUDENT : MemberKind.STAFF,
                        Personal.of(member, name(i)),
                        Personal.of(member, "DY%07d".formatted(i))));
    }

    private void change(int i) {
        MemberId member = new MemberId(university().member(i));
        BranchId from = branch(university().branchOf(i));
        Instant recordedAt = spread(CHANGES, CHANGE_DAYS, i, university().members());
        Instant at = daysBefore(recordedAt);
        if (university().isTransferred(i)) {
            BranchId to = branch((university().branchOf(i) + 1) % university().branches());
            sayLater("S4 IMPLEMENT", at, recordedAt, new MemberTransferred(member, from, to));
        }
        if (university().isEnded(i))
            sayLater(
                    "S4 IMPLEMENT",
                    at,
                    recordedAt,
                    new MembershipEnded(member, from, EndReason.TRANSFERRED_OUT));
    }

    private BranchId branch(int n) {
        return new BranchId(university().branch(n));
    }

    private static String name(int i) {
        return String.valueOf(SURNAMES.charAt(i % SURNAMES.length()))
                + GIVEN.charAt(i / 20 % GIVEN.length())
                + GIVEN.charAt(i / 400 % GIVEN.length());
    }
}
