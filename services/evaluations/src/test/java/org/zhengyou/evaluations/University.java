package org.zhengyou.evaluations;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.directory.MemberFacts.PartyMemberRegistered;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.view.Reader;

/** A small university: a committee, a college with two branches, a library, a few people. */
public final class University {
    public static final OrganizationId COMMITTEE = new OrganizationId("committee");
    public static final OrganizationId COLLEGE = new OrganizationId("college");
    public static final OrganizationId BRANCH = new OrganizationId("branch-1");
    public static final OrganizationId OTHER_BRANCH = new OrganizationId("branch-2");
    public static final OrganizationId LIBRARY = new OrganizationId("library");

    /** A staff member of the first branch. */
    public static final MemberId ANN = new MemberId("ann");

    /** A student member of the first branch. */
    public static final MemberId BOB = new MemberId("bob");

    /** A staff member of the other branch. */
    public static final MemberId CAI = new MemberId("cai");

    /** Secretary of the committee. */
    public static final String GAO = "gao";

    /** Deputy secretary of the committee. */
    public static final String FENG = "feng";

    /** Secretary of the college. */
    public static final String HAN = "han";

    /** Deputy secretary of the college. */
    public static final String WU = "wu";

    /** Secretary of the first branch. */
    public static final String LIN = "lin";

    /** Deputy secretary of the first branch. */
    public static final String MO = "mo";

    private University() {}

    public static <C, E, S> DeciderScenario<C, E, S> scenario(Decider<C, E, S> decider) {
        return DeciderScenario.of(EvaluationsService.definition(), decider)
                .on("2010-01-01")
                .knowing(organizations().toArray())
                .knowing(offices().toArray())
                .knowing(
                        new PartyMemberRegistered(ANN.value(), BRANCH.value(), "STAFF"),
                        new PartyMemberRegistered(LIN, BRANCH.value(), "STAFF"),
                        new PartyMemberRegistered(BOB.value(), BRANCH.value(), "STUDENT"),
                        new PartyMemberRegistered(CAI.value(), OTHER_BRANCH.value(), "STAFF"));
    }

    public static List<OrganizationEstablished> organizations() {
        return List.of(
                organization(COMMITTEE, "PARTY_COMMITTEE", null),
                organization(COLLEGE, "GENERAL_BRANCH", COMMITTEE),
                organization(BRANCH, "BRANCH", COLLEGE),
                organization(OTHER_BRANCH, "BRANCH", COLLEGE),
                organization(LIBRARY, "DIRECT_BRANCH", COMMITTEE));
    }

    public static List<OfficeAppointmentMade> offices() {
        return List.of(
                office("a-1", COMMITTEE, "SECRETARY", GAO),
                office("a-2", COMMITTEE, "DEPUTY_SECRETARY", FENG),
                office("a-3", COLLEGE, "SECRETARY", HAN),
                office("a-4", COLLEGE, "DEPUTY_SECRETARY", WU),
                office("a-5", BRANCH, "SECRETARY", LIN),
                office("a-6", BRANCH, "DEPUTY_SECRETARY", MO));
    }

    public static OrganizationEstablished organization(
            OrganizationId id, String type, @Nullable OrganizationId parent) {
        return new OrganizationEstablished(
                id.value(),
                type,
                null,
                parent == null ? null : parent.value(),
                "组织 " + id.value(),
                id.value());
    }

    public static OfficeAppointmentMade office(
            String appointment, OrganizationId organization, String office, String person) {
        return new OfficeAppointmentMade(appointment, organization.value(), office, person);
    }

    /** A reader of views who heads nothing but what is said here. */
    public static Reader reader(String person, OrganizationId... headed) {
        return new SomeReader(person, false, false, Set.of(headed), Set.of());
    }

    /** Somebody who sits in a body that supervises these and heads none of them. */
    public static Reader seated(String person, OrganizationId... supervised) {
        return new SomeReader(person, false, false, Set.of(), Set.of(supervised));
    }

    /** Somebody at the committee. */
    public static Reader committee() {
        return new SomeReader(GAO, true, false, Set.of(COMMITTEE), Set.of());
    }

    /** An auditor without office. */
    public static Reader auditor() {
        return new SomeReader("auditor", false, true, Set.of(), Set.of());
    }

    private record SomeReader(
            String person,
            boolean isAtCommittee,
            boolean isAuditor,
            Set<OrganizationId> headed,
            Set<OrganizationId> supervised)
            implements Reader {
        @Override
        public boolean holds(OfficeFunction function, String organization) {
            return heads(organization)
                    || (function == OfficeFunction.SUPERVISE
                            && supervised.contains(new OrganizationId(organization)));
        }

        @Override
        public boolean heads(String organization) {
            return headed.contains(new OrganizationId(organization));
        }
    }
}
