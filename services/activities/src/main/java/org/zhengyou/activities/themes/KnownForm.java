package org.zhengyou.activities.themes;

import static org.zhengyou.activities.themes.ActivityTheme.BADGE_OF_EXAMPLE;
import static org.zhengyou.activities.themes.ActivityTheme.ORGANIZATIONAL_INNOVATION;
import static org.zhengyou.activities.themes.ActivityTheme.PARTY_SPIRIT_EDUCATION;
import static org.zhengyou.activities.themes.ActivityTheme.POST_DEDICATION;
import static org.zhengyou.activities.themes.ActivityTheme.SERVING_TEACHERS_AND_STUDENTS;

import java.util.List;
import java.util.Optional;

/**
 * 活动形式 (S58-S63, Q20). A form that the plan names. The plan's lists end with 等, so any other text
 * is a form too.
 *
 * @param code how it may be written in a command
 * @param labelZh the plan's words, which may be written just as well
 * @param theme the theme under which the plan names it
 */
public record KnownForm(String code, String labelZh, ActivityTheme theme) {
    /** 领导干部讲党课: given by a leading cadre, who is named. */
    public static final KnownForm PARTY_LECTURE =
            new KnownForm("PARTY_LECTURE", "领导干部讲党课", PARTY_SPIRIT_EDUCATION);

    /** The forms that the plan names. */
    public static final List<KnownForm> ALL =
            List.of(
                    new KnownForm("THEORY_STUDY", "理论学习研讨", PARTY_SPIRIT_EDUCATION),
                    PARTY_LECTURE,
                    new KnownForm("OATH_RENEWAL", "重温入党誓词", PARTY_SPIRIT_EDUCATION),
                    new KnownForm("EDUCATIONAL_FILM", "观看党员电教片", PARTY_SPIRIT_EDUCATION),
                    new KnownForm("INTEGRITY_FILM", "观看反腐倡廉录像", PARTY_SPIRIT_EDUCATION),
                    new KnownForm("READING", "读书学习", POST_DEDICATION),
                    new KnownForm("WORK_DISCUSSION", "工作研讨", POST_DEDICATION),
                    new KnownForm("PROFESSIONAL_TRAINING", "业务培训", POST_DEDICATION),
                    new KnownForm("RESEARCH_INNOVATION", "科研创新", POST_DEDICATION),
                    new KnownForm("FIELD_RESEARCH", "调查研究", SERVING_TEACHERS_AND_STUDENTS),
                    new KnownForm("VOLUNTEERING", "志愿服务", SERVING_TEACHERS_AND_STUDENTS),
                    new KnownForm("HELP_PAIRS", "结对帮扶", SERVING_TEACHERS_AND_STUDENTS),
                    new KnownForm("VISITS", "走访慰问", SERVING_TEACHERS_AND_STUDENTS),
                    new KnownForm("PIONEER_POSTS", "建立党员先锋岗", BADGE_OF_EXAMPLE),
                    new KnownForm("MODEL_WINDOWS", "设立党员示范窗口", BADGE_OF_EXAMPLE),
                    new KnownForm("RESPONSIBILITY_AREAS", "划分党员责任区", BADGE_OF_EXAMPLE),
                    new KnownForm("STANDARDIZATION", "规范化建设", ORGANIZATIONAL_INNOVATION),
                    new KnownForm("WIDER_COVERAGE", "扩大组织覆盖", ORGANIZATIONAL_INNOVATION),
                    new KnownForm("BETTER_RULES", "完善党建制度", ORGANIZATIONAL_INNOVATION));

    /** The form that this text of a command or event means, if the plan names it. */
    public static Optional<KnownForm> meantBy(String form) {
        return ALL.stream().filter(known -> known.isMeantBy(form)).findFirst();
    }

    /**
     * The code of the form that this text means; the text itself if the plan names no such form.
     */
    static String codeOf(String form) {
        return meantBy(form).map(KnownForm::code).orElse(form);
    }

    /** Whether this text of a command or event means this form. */
    public boolean isMeantBy(String form) {
        return form.equals(code) || form.equals(labelZh);
    }
}
