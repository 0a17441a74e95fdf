package org.zhengyou.standalone;

import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.AUDIENCE_REQUIRED;
import static org.zhengyou.kit.decide.RefusalCode.CAMPAIGN_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.DEADLINE_REQUIRED;
import static org.zhengyou.kit.decide.RefusalCode.DUPLICATE_NOMINATION;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.OUTSIDE_AUDIENCE;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.SCHEME_NOT_FOR_SUBJECT;
import static org.zhengyou.kit.decide.RefusalCode.SCHEME_NOT_PUBLISHED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.standalone.SmallCampaign.activity;
import static org.zhengyou.standalone.SmallCampaign.nomination;
import static org.zhengyou.standalone.SmallCampaign.report;
import static org.zhengyou.standalone.SmallCampaign.review;
import static org.zhengyou.standalone.SmallCampaign.tally;
import static org.zhengyou.standalone.identity.DemoPeople.BRANCH_SECRETARY;
import static org.zhengyou.standalone.identity.DemoPeople.COMMITTEE_SECRETARY;
import static org.zhengyou.standalone.identity.DemoPeople.MEMBER;

import java.util.List;
import java.util.stream.Stream;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * A request to the smallest campaign, and how it is refused.
 *
 * @param code the reason
 * @param status the HTTP status
 * @param clause whose rule says no
 * @param by who asks for it
 * @param day when it is meant to be true
 * @param command service and command
 * @param body the command's fields
 */
record RefusedRequest(
        RefusalCode code,
        int status,
        String clause,
        DemoPeople by,
        String day,
        String command,
        String body) {
    private static RefusedRequest refused(
            RefusalCode code, int status, String clause, String day, String command, String body) {
        return new RefusedRequest(code, status, clause, COMMITTEE_SECRETARY, day, command, body);
    }

    /** One request for each code that a rule decides. */
    static Stream<RefusedRequest> all() {
        return Stream.of(organizationsAndMembers(), activities(), evaluations(), commendations())
                .flatMap(List::stream);
    }

    private static List<RefusedRequest> organizationsAndMembers() {
        String dissolve = "organizations/DissolveOrganization";
        String branch = "{\"organization\": \"branch\", \"reason\": \"x\"}";
        return List.of(
                new RefusedRequest(
                        ACTOR_LACKS_AUTHORITY, 403, "S66", MEMBER, "2010-06-01", dissolve, branch),
                refused(
                        NOT_ON_RECORD,
                        404,
                        "S66",
                        "2010-06-01",
                        dissolve,
                        branch.replace("branch", "nowhere")),
                refused(
                        OUT_OF_SCOPE,
                        409,
                        "S6",
                        "2010-06-01",
                        "organizations/EstablishOrganization",
                        """
                        {"organization": "odd", "type": "BRANCH", "hostUnitKind": "COLLEGE",
                         "parentCode": "committee", "code": "odd", "labelZh": "支部", "labelEn": ""}
                        """),
                refused(
                        STEP_OUT_OF_ORDER,
                        409,
                        "S90",
                        "2010-06-01",
                        "organizations/AppointToOffice",
                        """
                        {"appointment": "second", "organization": "committee",
                         "office": "SECRETARY", "person": "a"}
                        """),
                refused(
                        RESULT_MISSING,
                        409,
                        "S4",
                        "2010-06-01",
                        "members/RegisterPartyMember",
                        """
                        {"member": "d", "branch": "unheard-of", "kind": "STAFF", "name": "党员",
                         "number": "d"}
                        """),
                refused(
                        DEADLINE_REQUIRED,
                        422,
                        "P-ACCOUNTS",
                        "2010-06-01",
                        "members/IssueInvite",
                        """
                        {"invite": "i", "member": "a", "codeDigest": "%s",
                         "expiresOn": "2010-07-01"}
                        """
                                .formatted("0".repeat(64))));
    }

    private static List<RefusedRequest> activities() {
        return List.of(
                refused(
                        ALREADY_ON_RECORD,
                        409,
                        "S1",
                        "2010-06-02",
                        "activities/RegisterDirective",
                        """
                        {"directive": "other", "number": "1", "issuer": "市委", "titleZh": "意见",
                         "digest": "d"}
                        """),
                refused(
                        PHASE_NOT_OPEN,
                        409,
                        "S70",
                        "2010-06-20",
                        "activities/PlanActivity",
                        activity("early", "2010-07-01")),
                refused(
                        CAMPAIGN_CLOSED,
                        409,
                        "S57",
                        "2012-12-01",
                        "activities/PlanActivity",
                        activity("late", "2012-12-24")));
    }

    private static List<RefusedRequest> evaluations() {
        String file = "evaluations/FileDutyReport";
        String enter = "evaluations/EnterPaperTally";
        return List.of(
                refused(PART_MISSING, 422, "S112", "2010-12-15", file, report("c", "STAFF", "")),
                refused(
                        SCHEME_NOT_FOR_SUBJECT,
                        409,
                        "S26",
                        "2010-12-15",
                        file,
                        report("c", "PARTY_AFFAIRS_WORKER", "\"不够系统\"")),
                refused(
                        ROUND_CLOSED,
                        409,
                        "S111",
                        "2011-02-01",
                        file,
                        report("c", "STAFF", "\"不够系统\"")),
                refused(
                        AUDIENCE_REQUIRED,
                        422,
                        "S111",
                        "2010-12-20",
                        "evaluations/PresentDutyReport",
                        review("a", "")),
                refused(NOT_ON_ROLL, 409, "S114", "2010-12-22", enter, tally("b", 3)),
                refused(ROLL_CLOSED, 409, "S114", "2010-12-24", enter, tally("a", 1)),
                refused(
                        CONFLICT_OF_INTEREST,
                        409,
                        "P-PAPER-TALLY",
                        "2010-12-22",
                        "evaluations/AttestPaperTally",
                        tally("b", 2)),
                refused(
                        OUTSIDE_AUDIENCE,
                        403,
                        "S115",
                        "2010-12-28",
                        "evaluations/DiscloseReviewResult",
                        review("a", ", \"audience\": \"ORGANIZATION\", \"told\": [\"c\"]")));
    }

    private static List<RefusedRequest> commendations() {
        return List.of(
                new RefusedRequest(
                        DUPLICATE_NOMINATION,
                        409,
                        "S83",
                        BRANCH_SECRETARY,
                        "2011-05-26",
                        "commendations/FileNomination",
                        nomination("again")),
                refused(
                        SCHEME_NOT_PUBLISHED,
                        409,
                        "P-CRITERIA-FIRST",
                        "2012-06-05",
                        "commendations/OpenCommendationRound",
                        """
                        {"round": "special", "campaign": "campaign", "kind": "SPECIAL",
                         "categories": ["OUTSTANDING_MEMBER"], "periodFrom": "2011-07-01",
                         "periodTo": "2012-06-20", "conferBefore": "2012-07-01", "procedure": "推荐"}
                        """));
    }
}
