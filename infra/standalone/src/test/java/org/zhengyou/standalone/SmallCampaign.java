package org.zhengyou.standalone;

import java.util.ArrayList;
import java.util.List;
import org.zhengyou.evaluations.schemes.StaffCriteria;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * The smallest campaign in which every rule can say no: a committee, two direct branches, three
 * members; the campaign from its launch to its close, one review of a member up to its result and
 * another in the middle of its appraisal, one round with one nomination. Everything has a plain
 * name for an id.
 */
final class SmallCampaign {
    private final SmallUniversity university;

    SmallCampaign(SmallUniversity university) {
        this.university = university;
    }

    void play() {
        found();
        launchAndClose();
        reviewOne();
        beginAnotherReview();
        nominate();
    }

    private void found() {
        String establish = "organizations/EstablishOrganization";
        play("2006-09-01", establish, organization("PARTY_COMMITTEE", "committee", ""));
        String parent = ", \"parentCode\": \"committee\", \"hostUnitKind\": \"COLLEGE\"";
        play("2006-09-02", establish, organization("DIRECT_BRANCH", "branch", parent));
        play("2006-09-02", establish, organization("DIRECT_BRANCH", "other-branch", parent));
        appoint("committee", "SECRETARY", DemoPeople.COMMITTEE_SECRETARY);
        appoint("committee", "DEPUTY_SECRETARY", DemoPeople.DEPUTY_SECRETARY);
        appoint("branch", "SECRETARY", DemoPeople.BRANCH_SECRETARY);
        play(
                "2006-09-04",
                "members/GrantPlatformRole",
                "{\"person\": \"%s\", \"role\": \"AUDITOR\"}"
                        .formatted(DemoPeople.AUDITOR.subject()));
        register("a", "branch");
        register("b", "branch");
        register("c", "other-branch");
    }

    private static String organization(String type, String name, String place) {
        return """
        {"organization": "%2$s", "type": "%1$s", "code": "%2$s", "labelZh": "党组织",
         "labelEn": "%2$s"%3$s}
        """
                .formatted(type, name, place);
    }

    private void appoint(String organization, String office, DemoPeople person) {
        play(
                "2006-09-03",
                "organizations/AppointToOffice",
                """
                {"appointment": "%2$s", "organization": "%1$s", "office": "%3$s",
                 "person": "%2$s"}
                """
                        .formatted(organization, person.subject(), office));
    }

    private void register(String member, String branch) {
        play(
                "2010-05-01",
                "members/RegisterPartyMember",
                """
                {"member": "%1$s", "branch": "%2$s", "kind": "STAFF", "name": "党员",
                 "number": "%1$s"}
                """
                        .formatted(member, branch));
    }

    private void launchAndClose() {
        play(
                "2010-06-01",
                "activities/RegisterDirective",
                """
                {"directive": "directive", "number": "1", "issuer": "省委", "titleZh": "意见",
                 "digest": "d"}
                """);
        play(
                "2010-06-08",
                "activities/LaunchCampaign",
                """
                {"campaign": "campaign", "organization": "committee", "titleZh": "方案",
                 "decidedOn": "2010-06-07", "documentDigest": "d", "directives": ["directive"]}
                """);
        phase(1, "2010-06-01", "2010-08-31");
        phase(2, "2010-09-01", "2011-07-31");
        play(
                "2010-06-09",
                "activities/FixMilestoneDate",
                """
                {"campaign": "campaign", "milestone": "EIGHTEENTH_CONGRESS", "on": "2012-11-08"}
                """);
        play("2012-11-01", "activities/CloseCampaign", "{\"campaign\": \"campaign\"}");
    }

    private void phase(int number, String from, String to) {
        play(
                "2010-06-09",
                "activities/DefinePhase",
                """
                {"campaign": "campaign", "phase": %d, "titleZh": "阶段", "from": "%s", "to": "%s"}
                """
                        .formatted(number, from, to));
    }

    private void reviewOne() {
        List<String> staff = new ArrayList<>();
        for (StaffCriteria one : StaffCriteria.values()) staff.add(one.name());
        publish("STAFF", staff);
        publish("PARTY_AFFAIRS_WORKER", List.of("PARTY_AFFAIRS_WORK"));
        evaluate("2010-12-10", "OpenReviewCycle", "{\"cycle\": \"cycle\", \"year\": 2010}");
        appraise("a");
        university.play(
                DemoPeople.BRANCH_SECRETARY,
                "2010-12-21",
                "evaluations/GiveCommentary",
                review("a", ", \"text\": \"继续努力\""));
        university.play(
                DemoPeople.DEPUTY_SECRETARY,
                "2010-12-22",
                "evaluations/AttestPaperTally",
                tally("a", 2));
        evaluate("2010-12-23", "CloseAppraisal", review("a", ""));
        evaluate(
                "2010-12-27",
                "DetermineReviewResult",
                review("a", ", \"grade\": \"GOOD\", \"grounds\": \"评议结果\""));
    }

    private void beginAnotherReview() {
        appraise("b");
        evaluate("2011-01-31", "CloseReviewCycle", "{\"cycle\": \"cycle\", \"year\": 2010}");
    }

    private void publish(String kind, List<String> codes) {
        List<String> criteria = new ArrayList<>();
        for (String code : codes)
            criteria.add(
                    "{\"code\": \"%1$s\", \"labelZh\": \"%1$s\", \"labelEn\": \"%1$s\", \"weight\": 1}"
                            .formatted(code));
        evaluate(
                "2010-09-15",
                "PublishCriteriaScheme",
                "{\"scheme\": \"%1$s\", \"appliesTo\": \"%1$s\", \"version\": 1, \"criteria\": %2$s}"
                        .formatted(kind, criteria));
    }

    /** From the report to the tally that one person entered. */
    private void appraise(String member) {
        evaluate("2010-12-15", "FileDutyReport", report(member, "STAFF", "\"不够系统\""));
        evaluate(
                "2010-12-20",
                "PresentDutyReport",
                review(member, ", \"audience\": \"ORGANIZATION_AND_MASSES\""));
        evaluate(
                "2010-12-21",
                "OpenAppraisal",
                review(
                        member,
                        ", \"mode\": \"PAPER_TALLY\", \"membersOnRoll\": 2, \"massesOnRoll\": 2,"
                                + " \"rollDigest\": \"roll\""));
        evaluate("2010-12-22", "EnterPaperTally", tally(member, 2));
    }

    private void nominate() {
        play(
                "2011-05-20",
                "commendations/OpenCommendationRound",
                """
                {"round": "round", "campaign": "campaign", "kind": "SPECIAL",
                 "categories": ["OUTSTANDING_PARTY_AFFAIRS_WORKER"], "periodFrom": "2010-06-01",
                 "periodTo": "2011-06-20", "conferBefore": "2011-07-01", "procedure": "推荐",
                 "exceptionReason": "提前表彰"}
                """);
        university.play(
                DemoPeople.BRANCH_SECRETARY,
                "2011-05-25",
                "commendations/FileNomination",
                nomination("nomination"));
    }

    /** A member's duty report with these problems. */
    static String report(String member, String scheme, String problems) {
        return """
        {"review": "%1$s", "cycle": "cycle", "subjectKind": "MEMBER", "subject": "%1$s",
         "reporter": "%1$s", "scheme": "%2$s", "alsoAsMember": false, "practice": "参加活动",
         "effect": "有新进展", "problems": [%3$s],
         "measures": [{"text": "制定计划", "deadline": "2011-03-31"}]}
        """
                .formatted(member, scheme, problems);
    }

    /** The review of this member, and more fields, each with a comma before it. */
    static String review(String member, String more) {
        return "{\"review\": \"" + member + "\", \"cycle\": \"cycle\"" + more + "}";
    }

    /** A tally with so many members in favour; their roll has two names. */
    static String tally(String member, int inFavour) {
        return review(
                member,
                """
                , "members": {"inFavour": %d, "against": 0, "abstain": 0},
                "masses": {"inFavour": 2, "against": 0, "abstain": 0}, "scanDigest": "scan"\
                """
                        .formatted(inFavour));
    }

    /** A nomination, under this id, of the only candidate. */
    static String nomination(String id) {
        return """
        {"nomination": "%s", "round": "round", "category": "OUTSTANDING_PARTY_AFFAIRS_WORKER",
         "candidate": "a", "organization": "branch", "unit": "branch", "documentDigest": "d"}
        """
                .formatted(id);
    }

    /** An activity of the branch under this id, planned for this day. */
    static String activity(String id, String day) {
        return """
        {"activity": "%s", "campaign": "campaign", "organization": "branch",
         "theme": "POST_DEDICATION", "form": "研讨", "titleZh": "研讨", "plannedFor": "%s"}
        """
                .formatted(id, day);
    }

    private void evaluate(String day, String command, String body) {
        play(day, "evaluations/" + command, body);
    }

    private void play(String day, String command, String body) {
        university.play(DemoPeople.COMMITTEE_SECRETARY, day, command, body);
    }
}
