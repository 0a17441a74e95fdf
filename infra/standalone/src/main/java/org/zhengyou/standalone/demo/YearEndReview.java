package org.zhengyou.standalone.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengyou.standalone.demo.World.Member;
import org.zhengyou.standalone.demo.World.Organization;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * 年终述职考核 (S8-S30, S109-S115): December 2010. Every second-tier secretary and every member reports,
 * but for one, of whom the reason is recorded; the whole procedure up to the disclosed result is
 * played for the second-tier organisations and for one member of each branch.
 */
final class YearEndReview {
    private static final String SERVICE = "evaluations";
    private final World world;
    private final String secretary;
    private final String deputy = DemoPeople.DEPUTY_SECRETARY.subject();
    private final String cycle;
    private final Optional<Member> absent;

    YearEndReview(World world, String secretary) {
        this.world = world;
        this.secretary = secretary;
        this.cycle = world.id("cycle/2010");
        this.absent = absent(world);
    }

    List<Stage> stages() {
        return List.of(schemes(), cycle(), organizations(), members());
    }

    /** The review of this subject, as commendations name it. */
    static String review(World world, String subjectKey) {
        return world.id("review/2010/" + subjectKey);
    }

    private Stage schemes() {
        Stage stage = new Stage("公布标准 · criteria schemes");
        for (String appliesTo : List.of("ORGANIZATION", "STAFF", "STUDENT", "PARTY_AFFAIRS_WORKER"))
            scheme(stage, appliesTo);
        return stage;
    }

    private void scheme(Stage stage, String appliesTo) {
        send(
                stage.chain(),
                secretary,
                "PublishCriteriaScheme",
                appliesTo,
                "2010-09-15",
                Map.of(
                        "scheme",
                        world.id("scheme/" + appliesTo),
                        "appliesTo",
                        appliesTo,
                        "version",
                        1,
                        "criteria",
                        PlanCriteria.of(appliesTo)));
    }

    private Stage cycle() {
        Stage stage = new Stage("启动年终考核 · review cycle").chain();
        Map<String, ?> body = Map.of("cycle", cycle, "year", 2010);
        return send(stage, secretary, "OpenReviewCycle", "2010", "2010-12-10", body);
    }

    private Stage organizations() {
        Stage stage = new Stage("二级党组织书记述职 · secretaries report");
        for (Organization unit : world.secondTier()) {
            Subject subject =
                    new Subject(
                            "ORGANIZATION",
                            unit.code(),
                            unit.id(),
                            unit.secretary(),
                            "ORGANIZATION");
            file(stage.chain(), subject, "COMMITTEE_AND_DELEGATES");
            appraise(stage, subject, unit, secretary);
        }
        return stage;
    }

    private Stage members() {
        Stage stage = new Stage("党员述职 · members report");
        for (Organization branch : world.withMembers()) {
            Member candidate = Commendation.candidate(world, branch);
            for (Member member : branch.members()) {
                stage.chain();
                if (absent.filter(member::equals).isPresent()) excuse(stage, member);
                else report(stage, branch, member, member.equals(candidate));
            }
        }
        return stage;
    }

    private void report(Stage stage, Organization branch, Member member, boolean appraised) {
        Subject subject =
                new Subject("MEMBER", member.number(), member.id(), member.id(), member.kind());
        file(stage, subject, "ORGANIZATION_AND_MASSES");
        if (appraised) appraise(stage, subject, branch, headOf(member, branch));
    }

    /** 点评人 (S113): the head of the branch; where that is the member, the head of the one above. */
    private String headOf(Member member, Organization branch) {
        if (!branch.secretary().equals(member.id())) return branch.secretary();
        return world.secondTier().stream()
                .filter(unit -> unit.id().equals(branch.parent()))
                .map(Organization::secretary)
                .findFirst()
                .orElse(secretary);
    }

    /** Somebody who is neither appraised nor head of a branch. */
    private static Optional<Member> absent(World world) {
        Organization branch = world.withMembers().getFirst();
        Member candidate = Commendation.candidate(world, branch);
        return branch.members().stream()
                .filter(member -> !member.equals(candidate))
                .filter(member -> !member.id().equals(branch.secretary()))
                .findFirst();
    }

    private void excuse(Stage stage, Member member) {
        Map<String, ?> body =
                Map.of(
                        "cycle",
                        cycle,
                        "subjectKind",
                        "MEMBER",
                        "subject",
                        member.id(),
                        "reason",
                        "外出进修，未能参加年终述职");
        send(stage, secretary, "RecordMissingReportReason", member.number(), "2010-12-30", body);
    }

    private record Subject(String kind, String key, String id, String reporter, String scheme) {}

    private void file(Stage stage, Subject subject, String audience) {
        Map<String, Object> report = new HashMap<>();
        report.put("review", review(world, subject.key()));
        report.put("cycle", cycle);
        report.put("subjectKind", subject.kind());
        report.put("subject", subject.id());
        report.put("reporter", subject.reporter());
        report.put("scheme", world.id("scheme/" + subject.scheme()));
        report.put("alsoAsMember", false);
        report.put("practice", "按方案参加创先争优五项活动");
        report.put("effect", "本职岗位工作有新进展");
        report.put("problems", List.of("理论学习不够系统"));
        report.put("measures", List.of(Map.of("text", "制定学习计划", "deadline", "2011-03-31")));
        send(stage, secretary, "FileDutyReport", subject.key(), "2010-12-15", report);
        Map<String, Object> presented = of(subject);
        presented.put("audience", audience);
        send(stage, secretary, "PresentDutyReport", subject.key(), "2010-12-20", presented);
    }

    private void appraise(Stage stage, Subject subject, Organization unit, String head) {
        Map<String, Object> comment = of(subject);
        comment.put("by", head);
        comment.put("text", "工作扎实，望继续努力。");
        send(stage, secretary, "GiveCommentary", subject.key(), "2010-12-20", comment);
        // Nobody is on the roll of their own appraisal (S114).
        long members =
                unit.members().stream()
                        .filter(member -> !member.id().equals(subject.reporter()))
                        .count();
        count(stage, subject, (int) members, unit.members().size());
        determine(stage, subject);
    }

    private void count(Stage stage, Subject subject, int members, int masses) {
        String key = subject.key();
        Map<String, Object> opened = of(subject);
        opened.put("mode", "PAPER_TALLY");
        opened.put("membersOnRoll", members);
        opened.put("massesOnRoll", masses);
        opened.put("rollDigest", world.digest("roll/" + key));
        send(stage, secretary, "OpenAppraisal", key, "2010-12-21", opened);
        Map<String, Object> tally = of(subject);
        tally.put("members", tally("members/" + key, members));
        tally.put("masses", tally("masses/" + key, masses));
        tally.put("scanDigest", world.digest("papers/" + key));
        send(stage, secretary, "EnterPaperTally", key, "2010-12-22", tally);
        // The deputy counts the same papers and comes to the same.
        send(stage, deputy, "AttestPaperTally", key, "2010-12-22", tally);
        send(stage, secretary, "CloseAppraisal", key, "2010-12-23", of(subject));
    }

    private void determine(Stage stage, Subject subject) {
        String key = subject.key();
        Map<String, Object> result = of(subject);
        result.put("grade", world.pick("grade/" + key, 3) == 0 ? "EXCELLENT" : "GOOD");
        result.put("grounds", "述职、点评与民主评议结果");
        send(stage, secretary, "DetermineReviewResult", key, "2010-12-27", result);
        Map<String, Object> disclosed = of(subject);
        disclosed.put("audience", "SUBJECT");
        send(stage, secretary, "DiscloseReviewResult", key, "2010-12-28", disclosed);
    }

    private Map<String, Integer> tally(String name, int roll) {
        int against = world.pick("against/" + name, Math.max(1, roll / 10));
        int abstain = world.pick("abstain/" + name, Math.max(1, roll / 10));
        return Map.of("inFavour", roll - against - abstain, "against", against, "abstain", abstain);
    }

    private Map<String, Object> of(Subject subject) {
        Map<String, Object> body = new HashMap<>();
        body.put("review", review(world, subject.key()));
        body.put("cycle", cycle);
        return body;
    }

    private static Stage send(
            Stage stage, String by, String name, String about, String day, Map<String, ?> body) {
        return stage.then(by, SERVICE, name, about, day, body);
    }
}
