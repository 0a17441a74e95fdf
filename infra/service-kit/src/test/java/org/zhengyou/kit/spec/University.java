package org.zhengyou.kit.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.view.Reader;

/**
 * A small university as other services tell of it: a committee, a college with two branches, a
 * branch directly under the committee, who holds which office there, and a few members.
 */
public final class University {
    public static final String COMMITTEE = "committee";
    public static final String COLLEGE = "college";
    public static final String BRANCH = "branch-1";
    public static final String OTHER_BRANCH = "branch-2";
    public static final String LIBRARY = "library";

    /** A staff member of the first branch. */
    public static final String ANN = "ann";

    /** A student in the first branch. */
    public static final String BOB = "bob";

    /** A staff member of the other branch. */
    public static final String CAI = "cai";

    /** A staff member of the library. */
    public static final String DAN = "dan";

    /** Secretary of the committee. */
    public static final String GAO = "gao";

    /** Deputy secretary of the committee. */
    public static final String FENG = "feng";

    /** Secretary of the college. */
    public static final String HAN = "han";

    /** Deputy secretary of the college. */
    public static final String WU = "wu";

    /** Secretary of the first branch, and a staff member of it. */
    public static final String LIN = "lin";

    /** Deputy secretary of the first branch. */
    public static final String MO = "mo";

    /** Secretary of the library. */
    public static final String QIN = "qin";

    private University() {}

    /** All of it: organisations, offices, members. */
    public static List<Object> facts() {
        List<Object> all = new ArrayList<>(organizations());
        all.addAll(offices());
        all.addAll(members());
        return all;
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
                secretary("a-1", COMMITTEE, GAO),
                deputy("a-2", COMMITTEE, FENG),
                secretary("a-3", COLLEGE, HAN),
                deputy("a-4", COLLEGE, WU),
                secretary("a-5", BRANCH, LIN),
                deputy("a-6", BRANCH, MO),
                secretary("a-7", LIBRARY, QIN));
    }

    public static List<PartyMemberRegistered> members() {
        return List.of(
                staff(ANN, BRANCH),
                staff(LIN, BRANCH),
                student(BOB, BRANCH),
                staff(CAI, OTHER_BRANCH),
                staff(DAN, LIBRARY));
    }

    public static OrganizationEstablished organization(
            String id, String type, @Nullable String parent) {
        return new OrganizationEstablished(id, type, null, parent, "组织 " + id, id);
    }

    public static OfficeAppointmentMade secretary(
            String appointment, String organization, String person) {
        return new OfficeAppointmentMade(appointment, organization, "SECRETARY", person);
    }

    public static OfficeAppointmentMade deputy(
            String appointment, String organization, String person) {
        return new OfficeAppointmentMade(appointment, organization, "DEPUTY_SECRETARY", person);
    }

    public static PartyMemberRegistered staff(String member, String branch) {
        return new PartyMemberRegistered(member, branch, "STAFF");
    }

    public static PartyMemberRegistered student(String member, String branch) {
        return new PartyMemberRegistered(member, branch, "STUDENT");
    }

    /** A reader of views who holds nothing. */
    public static Reader nobody(String person) {
        return new SomeReader(person, false, false, Set.of(), Set.of());
    }

    /** A reader of views who is secretary of these and holds nothing else. */
    public static Reader head(String person, String... headed) {
        return new SomeReader(person, false, false, Set.of(headed), Set.of());
    }

    /** A reader of views who sits in a body that supervises these and heads none of them. */
    public static Reader seated(String person, String... supervised) {
        return new SomeReader(person, false, false, Set.of(), Set.of(supervised));
    }

    /** The secretary of the committee. */
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
            Set<String> headed,
            Set<String> supervised)
            implements Reader {
        @Override
        public boolean holds(OfficeFunction function, String organization) {
            return heads(organization)
                    || (function == OfficeFunction.SUPERVISE && supervised.contains(organization));
        }

        @Override
        public boolean heads(String organization) {
            return headed.contains(organization);
        }
    }
}
