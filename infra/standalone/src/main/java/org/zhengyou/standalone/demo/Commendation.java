package org.zhengyou.standalone.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.standalone.client.PlatformClient.Paper;
import org.zhengyou.standalone.demo.World.Member;
import org.zhengyou.standalone.demo.World.Organization;
import org.zhengyou.standalone.identity.DemoPeople;

/** 集中表彰 (S69, S83, S116): May and June 2011, conferred before the ninetieth anniversary. */
final class Commendation {
    private static final String SERVICE = "commendations";
    private static final int ONE_IN = 4;

    /** A nomination: from where it comes, for whom, and the review it can rest on. */
    private record Nominee(
            String key, String category, String candidate, Organization filer, String review) {}

    private final World world;
    private final String secretary;

    private final String deputy = DemoPeople.DEPUTY_SECRETARY.subject();
    private final String round;
    private final Map<String, List<Nominee>> byUnit = new HashMap<>();

    Commendation(World world, String secretary) {
        this.world = world;
        this.secretary = secretary;
        this.round = world.id("round/2011");
        world.secondTier().forEach(this::nominate);
        world.branches().forEach(this::nominate);
    }

    /** The member whom a branch puts forward; not one of those who count the ballots. */
    static Member candidate(World world, Organization branch) {
        List<Member> eligible =
                branch.members().stream().filter(member -> !DemoPeople.isOne(member.id())).toList();
        return eligible.get(world.pick("candidate/" + branch.code(), eligible.size()));
    }

    /** What the committee decides where the plan is silent, before anybody is nominated. */
    Stage policies() {
        return send(
                new Stage("通过自定规则 · policies").chain(),
                "AdoptPolicy",
                "P-RESULT-GOOD/1",
                "2010-06-10",
                Map.of(
                        "policy",
                        "P-RESULT-GOOD",
                        "version",
                        1,
                        "value",
                        "EVERY",
                        "documentDigest",
                        world.digest("policy/P-RESULT-GOOD/1")));
    }

    List<Stage> stages() {
        return List.of(round(), filed(), recommended(), eligible(), decided(), conferred());
    }

    private void nominate(Organization unit) {
        List<Nominee> nominees =
                byUnit.computeIfAbsent(
                        unit.type().equals("BRANCH") ? unit.parent() : unit.id(),
                        id -> new ArrayList<>());
        if (!unit.type().equals("BRANCH") && world.pick("advanced/" + unit.code(), ONE_IN) == 0)
            nominees.add(
                    new Nominee(
                            "organization/" + unit.code(),
                            "ADVANCED_PRIMARY_ORGANIZATION",
                            unit.id(),
                            unit,
                            YearEndReview.review(world, unit.code())));
        if (unit.isGeneralBranch()) return;
        Member candidate = candidate(world, unit);
        nominees.add(
                new Nominee(
                        "member/" + unit.code(),
                        "OUTSTANDING_MEMBER",
                        candidate.id(),
                        unit,
                        YearEndReview.review(world, candidate.number())));
        if (world.pick("worker/" + unit.code(), ONE_IN) == 0)
            nominees.add(
                    new Nominee(
                            "worker/" + unit.code(),
                            "OUTSTANDING_PARTY_AFFAIRS_WORKER",
                            unit.secretary(),
                            unit,
                            ""));
    }

    private Stage round() {
        Stage stage = new Stage("启动集中表彰 · commendation round").chain();
        return send(
                stage,
                "OpenCommendationRound",
                "2011",
                "2011-05-20",
                Map.of(
                        "round", round,
                        "campaign", world.id("campaign"),
                        "kind", "CONCENTRATED",
                        "categories",
                                List.of(
                                        "ADVANCED_PRIMARY_ORGANIZATION",
                                        "OUTSTANDING_MEMBER",
                                        "OUTSTANDING_PARTY_AFFAIRS_WORKER"),
                        "periodFrom", "2010-06-01",
                        "periodTo", "2011-06-20",
                        "conferBefore", "2011-07-01",
                        "procedure", "基层申报、总支陈述、民主推荐"));
    }

    /** Organisations file and speak for themselves: nobody above may in their place. */
    private Stage filed() {
        Map<String, String> secretaries = new HashMap<>();
        world.secondTier().forEach(unit -> secretaries.put(unit.id(), unit.secretary()));
        Stage stage = new Stage("基层申报与总支陈述 · nominations and statements");
        each(
                (unit, nominee) -> {
                    Map<String, Object> filed = of(nominee);
                    filed.put("category", nominee.category());
                    filed.put("candidate", nominee.candidate());
                    filed.put("organization", nominee.filer().id());
                    filed.put("unit", unit);
                    String filer = nominee.filer().secretary();
                    signed(stage.chain(), filer, "FileNomination", nominee, "2011-05-25", filed);
                    String speaker = secretaries.getOrDefault(unit, secretary);
                    Map<String, Object> stated = of(nominee);
                    signed(stage, speaker, "PresentStatement", nominee, "2011-06-01", stated);
                });
        return stage;
    }

    private void signed(
            Stage stage,
            String by,
            String name,
            Nominee nominee,
            String day,
            Map<String, Object> body) {
        String digest = world.digest(name + "/" + nominee.key());
        body.put("documentDigest", digest);
        stage.then(secretary, new Paper(by, digest), SERVICE, name, nominee.key(), day, body);
    }

    private Stage recommended() {
        Stage stage = new Stage("民主推荐 · recommendations");
        for (Organization unit : world.secondTier()) {
            List<Nominee> nominees = byUnit.getOrDefault(unit.id(), List.of());
            if (nominees.isEmpty()) continue;
            int roll = unit.members().size();
            Map<String, Object> opened = of(unit);
            opened.put("rollSize", roll);
            opened.put("rollDigest", world.digest("recommendation/roll/" + unit.code()));
            send(stage.chain(), "OpenRecommendation", unit.code(), "2011-06-08", opened);
            for (Nominee nominee : nominees) tally(stage, unit, nominee, roll);
            send(stage, "CloseRecommendation", unit.code(), "2011-06-10", of(unit));
        }
        return stage;
    }

    private void tally(Stage stage, Organization unit, Nominee nominee, int roll) {
        String digest = world.digest("recommendation/" + nominee.key());
        int against = world.pick("recommendation/" + nominee.key(), Math.max(1, roll / 8));
        // The same papers give the same counts: the second person finds what the first one did.
        Map<String, Object> counted = of(unit);
        counted.put("nomination", nomination(nominee));
        counted.put("tally", Map.of("inFavour", roll - against, "against", against, "abstain", 0));
        counted.put("scanDigest", digest);
        send(stage, "EnterRecommendationTally", nominee.key(), "2011-06-09", counted);
        stage.then(
                deputy, SERVICE, "AttestRecommendationTally", nominee.key(), "2011-06-09", counted);
    }

    private Stage eligible() {
        Stage stage = new Stage("资格审查 · eligibility");
        each(
                (unit, nominee) -> {
                    Map<String, Object> body = of(nominee);
                    body.put("candidate", nominee.candidate());
                    send(stage.chain(), "CheckEligibility", nominee.key(), "2011-06-15", body);
                });
        return stage;
    }

    private Stage decided() {
        Stage stage = new Stage("评选决定 · decisions");
        each(
                (unit, nominee) -> {
                    Map<String, Object> body = of(nominee);
                    body.put("commended", true);
                    if (!nominee.review().isEmpty()) body.put("reviewResult", nominee.review());
                    send(stage.chain(), "DecideCommendation", nominee.key(), "2011-06-20", body);
                });
        return stage;
    }

    private Stage conferred() {
        Stage stage = new Stage("授予表彰 · conferral");
        each(
                (unit, nominee) ->
                        send(
                                stage.chain(),
                                "ConferCommendation",
                                nominee.key(),
                                "2011-06-28",
                                of(nominee)));
        return stage;
    }

    private void each(java.util.function.BiConsumer<String, Nominee> action) {
        for (Organization unit : world.secondTier())
            byUnit.getOrDefault(unit.id(), List.of())
                    .forEach(nominee -> action.accept(unit.id(), nominee));
    }

    private String nomination(Nominee nominee) {
        return world.id("nomination/" + nominee.key());
    }

    private Map<String, Object> of(Nominee nominee) {
        Map<String, Object> body = new HashMap<>();
        body.put("nomination", nomination(nominee));
        body.put("round", round);
        return body;
    }

    private Map<String, Object> of(Organization unit) {
        Map<String, Object> body = new HashMap<>();
        body.put("recommendation", world.id("recommendation/" + unit.code()));
        body.put("round", round);
        body.put("unit", unit.id());
        return body;
    }

    private Stage send(Stage stage, String name, String about, String day, Map<String, ?> body) {
        return stage.then(secretary, SERVICE, name, about, day, body);
    }
}
