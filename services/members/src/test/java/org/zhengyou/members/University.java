package org.zhengyou.members;

import static org.zhengyou.kit.spec.University.auditor;
import static org.zhengyou.kit.spec.University.committee;
import static org.zhengyou.kit.spec.University.established;
import static org.zhengyou.kit.spec.University.head;
import static org.zhengyou.kit.spec.University.offices;
import static org.zhengyou.kit.spec.University.organizations;

import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.members.register.BranchId;
import org.zhengyou.members.register.MemberCommand.RegisterPartyMember;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;
import org.zhengyou.members.register.MemberId;
import org.zhengyou.members.register.MemberKind;

/** A small university: a committee, a college with two branches, a direct branch. */
public final class University {
    public static final BranchId BRANCH = new BranchId("branch-1");
    public static final BranchId OTHER_BRANCH = new BranchId("branch-2");
    public static final BranchId LIBRARY = new BranchId("library");
    public static final BranchId COLLEGE = new BranchId("college");
    public static final BranchId CLOSED = new BranchId("closed");
    public static final MemberId ANN = new MemberId("ann");
    public static final MemberId BOB = new MemberId("bob");

    /** Secretary of the committee since 2006. */
    public static final String GAO = "gao";

    /** Secretary of the first branch since 2006. */
    public static final String LIN = "lin";

    private University() {}

    /** Everything there since 2006-01-01; now is June 2010, and the committee's secretary acts. */
    public static <C, E, S> DeciderScenario<C, E, S> scenario(Decider<C, E, S> decider) {
        return DeciderScenario.of(MembersService.definition(), decider)
                .on("2006-01-01")
                .knowing(organizations().toArray())
                .knowing(offices().toArray())
                .knowing(established("closed", "BRANCH", "college"))
                .on("2009-01-01")
                .knowing(new OrganizationDissolved("closed"))
                .on("2010-06-15")
                .by(GAO);
    }

    /** A student with a made-up name and number. */
    public static RegisterPartyMember register(MemberId member, BranchId branch) {
        return new RegisterPartyMember(
                member, branch, MemberKind.STUDENT, name(member), number(member));
    }

    /** What follows from it. */
    public static PartyMemberRegistered registered(MemberId member, BranchId branch) {
        return new PartyMemberRegistered(
                member,
                branch,
                MemberKind.STUDENT,
                Personal.of(member.value(), name(member)),
                Personal.of(member.value(), number(member)));
    }

    public static String name(MemberId member) {
        return "姓名" + member.value();
    }

    public static String number(MemberId member) {
        return "2010" + member.value();
    }

    /** Somebody who heads these branches and holds no other office. */
    public static Reader reader(String person, BranchId... led) {
        return switch (person) {
            case "auditor" -> auditor();
            case GAO -> committee();
            default -> head(person, led);
        };
    }
}
