package org.zhengyou.kit.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.view.Reader;

/**
 * A small university as other services tell of it: a committee, a college with two branches, a
 * branch directly under the committee without secretary, who holds which office, a few members.
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
                established(COMMITTEE, "PARTY_COMMITTEE", null),
                established(COLLEGE, "GENERAL_BRANCH", COMMITTEE),
                established(BRANCH, "BRANCH", COLLEGE),
                established(OTHER_BRANCH, "BRANCH", COLLEGE),
                established(LIBRARY, "DIRECT_BRANCH", COMMITTEE));
    }

    public static List<OfficeAppointmentMade> offices() {
        return List.of(
                appointed("a-1", COMMITTEE, GAO),
                deputy("a-2", COMMITTEE, FENG),
                appointed("a-3", COLLEGE, HAN),
                deputy("a-4", COLLEGE, WU),
                appointed("a-5", BRANCH, LIN),
                deputy("a-6", BRANCH, MO));
    }

    public static List<PartyMemberRegistered> members() {
        return List.of(
                staff(ANN, BRANCH),
                staff(LIN, BRANCH),
                student(BOB, BRANCH),
                staff(CAI, OTHER_BRANCH),
                staff(DAN, LIBRARY));
    }

    public static OrganizationEstablished established(
            String id, String type, @Nullable String parent) {
        return new OrganizationEstablished(id, type, null, parent, "组织 " + id, id);
    }

    /** As secretary. */
    public static OfficeAppointmentMade appointed(
            String appointment, String organization, String person) {
        return new OfficeAppointmentMade(appointment, organization, "SECRETARY", person);
    }

    /** As deputy secretary. */
    public static OfficeAppointmentMade deputy(
            String appointment, String organization, String person) {
        return new OfficeAppointmentMade(appointment, organization, "DEPUTY_SECRETARY", person);
    }

    public static PartyMemberRegistered staff(String member, String branch) {
        return new PartyMemberRegistered(member, branch, "STAFF");
    }

    /** So many more staff members of a branch. */
    public static Object[] crowd(String branch, int more) {
        return IntStream.range(0, more).mapToObj(i -> staff(branch + "-m" + i, branch)).toArray();
    }

    public static PartyMemberRegistered student(String member, String branch) {
        return new PartyMemberRegistered(member, branch, "STUDENT");
    }

    /** A reader of views who heads these and holds nothing else. */
    public static Reader head(String person, Identifier... headed) {
        return new SomeReader(person, false, false, ids(headed), Set.of());
    }

    /** A reader of views who sits in a body with functions over these and heads none of them. */
    public static Reader seated(String person, Identifier... over) {
        return new SomeReader(person, false, false, Set.of(), ids(over));
    }

    /** The secretary of the committee. */
    public static Reader committee() {
        return new SomeReader(GAO, true, false, Set.of(COMMITTEE), Set.of());
    }

    /** An auditor without office. */
    public static Reader auditor() {
        return new SomeReader("auditor", false, true, Set.of(), Set.of());
    }

    private static Set<String> ids(Identifier... organizations) {
        return Stream.of(organizations).map(Identifier::value).collect(Collectors.toSet());
    }

    private record SomeReader(
            String person,
            boolean isAtCommittee,
            boolean isAuditor,
            Set<String> headed,
            Set<String> seatedOver)
            implements Reader {
        @Override
        public boolean holds(OfficeFunction function, String organization) {
            return heads(organization) || seatedOver.contains(organization);
        }

        @Override
        public boolean heads(String organization) {
            return headed.contains(organization);
        }
    }
}
