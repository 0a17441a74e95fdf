package org.zhengyou.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 标准原文 (S8-S30). The criteria in the plan's own words, lines 20 to 32, with a translation. */
final class PlanCriteria {
    private record Wording(String code, String zh, String en) {}

    /** 五好四强. */
    private static final List<Wording> ORGANIZATION =
            List.of(
                    new Wording("GOOD_LEADING_TEAM", "领导班子好", "A good leading team"),
                    new Wording("GOOD_MEMBERSHIP", "党员队伍好", "A good membership"),
                    new Wording("GOOD_MECHANISM", "工作机制好", "Good working mechanisms"),
                    new Wording("GOOD_PERFORMANCE", "工作业绩好", "Good performance"),
                    new Wording(
                            "GOOD_STANDING_WITH_TEACHERS_AND_STUDENTS",
                            "师生反映好",
                            "Well thought of by teachers and students"),
                    new Wording("STRONG_DEVELOPMENT", "推动发展强", "Strong in driving development"),
                    new Wording(
                            "STRONG_SERVICE", "服务师生强", "Strong in serving teachers and students"),
                    new Wording("STRONG_COHESION", "凝聚人心强", "Strong in uniting people"),
                    new Wording("STRONG_HARMONY", "促进和谐强", "Strong in promoting harmony"));

    /** 五个模范、五带五争. */
    private static final List<Wording> STAFF =
            List.of(
                    new Wording("MODEL_STUDY", "自觉学习的模范", "A model of conscious study"),
                    new Wording("MODEL_POLICY", "执行政策的模范", "A model in carrying out policy"),
                    new Wording(
                            "MODEL_SERVICE", "服务师生的模范", "A model in serving teachers and students"),
                    new Wording("MODEL_POST", "爱岗敬业的模范", "A model of devotion to the post"),
                    new Wording("MODEL_LAW", "遵纪守法的模范", "A model in keeping discipline and law"),
                    new Wording(
                            "LEAD_STUDY",
                            "带头学习提高，争当勤学标兵",
                            "Leads in study and improvement, strives to be a pacesetter in learning"),
                    new Wording(
                            "LEAD_SERVICE",
                            "带头服务师生，争当为民先锋",
                            "Leads in serving teachers and students, strives to be a pioneer for the people"),
                    new Wording(
                            "LEAD_ACHIEVEMENT",
                            "带头创造佳绩，争当敬业模范",
                            "Leads in achievement, strives to be a model of dedication"),
                    new Wording(
                            "LEAD_LAW",
                            "带头遵纪守法，争当自律表率",
                            "Leads in keeping discipline and law, strives to be an example of self-discipline"),
                    new Wording(
                            "LEAD_RIGHTEOUSNESS",
                            "带头弘扬正气，争当和谐卫士",
                            "Leads in upholding integrity, strives to be a guardian of harmony"));

    /** 四个模范、四强. */
    private static final List<Wording> STUDENT =
            List.of(
                    new Wording("MODEL_STUDY", "自觉学习的模范", "A model of conscious study"),
                    new Wording("MODEL_SERVICE", "热心服务的模范", "A model of warm-hearted service"),
                    new Wording("MODEL_PRACTICE", "创新实践的模范", "A model of innovative practice"),
                    new Wording("MODEL_LAW", "遵纪守法的模范", "A model in keeping discipline and law"),
                    new Wording(
                            "STRONG_MISSION",
                            "志向远大，使命感强",
                            "High aspirations, a strong sense of mission"),
                    new Wording(
                            "STRONG_LEARNING",
                            "勤奋治学，求知欲强",
                            "Diligent study, a strong desire for knowledge"),
                    new Wording(
                            "STRONG_ABILITY",
                            "勇于实践，工作能力强",
                            "Bold practice, strong working ability"),
                    new Wording(
                            "STRONG_WELLBEING",
                            "身心健康，综合实力强",
                            "Sound body and mind, strong all-round ability"));

    /** The plan has no words for them (Q16). */
    private static final List<Wording> WORKER =
            List.of(
                    new Wording(
                            "PARTY_AFFAIRS_WORK",
                            "党务工作（方案未列标准，由学校党委确定）",
                            "Party-affairs work (the plan names no criteria; set by the committee)"));

    private static final Map<String, List<Wording>> ALL =
            Map.of(
                    "ORGANIZATION", ORGANIZATION,
                    "STAFF", STAFF,
                    "STUDENT", STUDENT,
                    "PARTY_AFFAIRS_WORKER", WORKER);

    private PlanCriteria() {}

    /**
     * The criteria for this kind of subject, as a command takes them. The plan gives no weights.
     */
    static List<Map<String, ?>> of(String appliesTo) {
        List<Map<String, ?>> criteria = new ArrayList<>();
        for (Wording one : ALL.getOrDefault(appliesTo, List.of()))
            criteria.add(
                    Map.of(
                            "code", one.code(),
                            "labelZh", one.zh(),
                            "labelEn", one.en(),
                            "weight", 10));
        return criteria;
    }
}
