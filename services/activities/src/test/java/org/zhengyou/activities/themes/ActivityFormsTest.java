package org.zhengyou.activities.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.launched;
import static org.zhengyou.activities.University.reader;
import static org.zhengyou.activities.themes.ActivityTheme.PARTY_SPIRIT_EDUCATION;
import static org.zhengyou.activities.themes.ActivityTheme.POST_DEDICATION;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.ActivityPlanned;
import org.zhengyou.activities.themes.ActivityForms.Shown;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;

/** Facts lie a day apart, from 2010-06-01 on. */
class ActivityFormsTest {
    private static final ActivityForms VIEW = new ActivityForms();
    private static final String HONOURS = "参观红色教育基地";
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "activities",
                    "2010-06-01",
                    launched(),
                    held("a", POST_DEDICATION, "READING"),
                    held("b", POST_DEDICATION, "读书学习"),
                    held("c", PARTY_SPIRIT_EDUCATION, "READING"), // 04
                    held("d", PARTY_SPIRIT_EDUCATION, HONOURS));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_list() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void the_forms_that_the_plan_names_are_listed_by_theme_from_the_launch_on() {
        assertThat(shown("2010-05-31")).isEmpty();
        assertThat(shown("2010-06-01")).allMatch(Shown::namedByPlan);
        Map<ActivityTheme, Long> byTheme =
                shown("2010-06-01").stream()
                        .collect(Collectors.groupingBy(Shown::theme, Collectors.counting()));
        assertThat(byTheme).containsOnlyKeys(Arrays.asList(ActivityTheme.values()));
        assertThat(byTheme)
                .containsEntry(PARTY_SPIRIT_EDUCATION, 5L)
                .containsEntry(POST_DEDICATION, 4L);
    }

    @Test
    void a_form_is_listed_under_its_code_however_it_is_written() {
        assertThat(form(POST_DEDICATION, "READING", "2010-06-03"))
                .isEqualTo(new Shown(CAMPAIGN.value(), POST_DEDICATION, "READING", "读书学习", true));
        assertThat(shown("2010-06-03")).noneMatch(form -> form.form().equals("读书学习"));
    }

    @Test
    void an_activity_that_was_held_is_shown_with_the_code_of_its_form() {
        Activities view = new Activities();
        ViewLaws.isOrderFree(view, FACTS);
        ViewLaws.survivesStorage(view, FACTS);
        var row = Objects.requireNonNull(ViewLaws.rows(view, FACTS).get("b"));
        assertThat(view.answer("b", row, day("2010-06-02"))).isNull();
        assertThat(view.answer("b", row, day("2010-06-03")))
                .isEqualTo(
                        new Activities.Shown(
                                CAMPAIGN,
                                BRANCH,
                                POST_DEDICATION,
                                "READING",
                                null,
                                null,
                                true,
                                LocalDate.parse("2010-06-03"),
                                false));
    }

    @Test
    void an_activity_is_shown_as_planned_until_it_is_held_and_as_late_if_it_was() {
        Activities view = new Activities();
        ActivityId id = new ActivityId("c");
        var facts =
                ViewLaws.facts(
                        "activities",
                        "2012-06-01",
                        new ActivityPlanned(
                                id,
                                CAMPAIGN,
                                BRANCH,
                                POST_DEDICATION,
                                "读书学习",
                                "学习",
                                LocalDate.parse("2012-06-02")),
                        new ActivityHeld(
                                id,
                                CAMPAIGN,
                                BRANCH,
                                POST_DEDICATION,
                                "读书学习",
                                null,
                                University.EXCEPTION));
        var row = Objects.requireNonNull(ViewLaws.rows(view, facts).get("c"));
        var planned = Objects.requireNonNull(view.answer("c", row, day("2012-06-01")));
        assertThat(planned.held()).isFalse();
        assertThat(planned.form()).isEqualTo("READING");
        assertThat(planned.plannedFor()).isEqualTo("2012-06-02");
        var held = Objects.requireNonNull(view.answer("c", row, day("2012-06-02")));
        assertThat(held.held()).isTrue();
        assertThat(held.late()).isTrue();
        assertThat(held.titleZh()).isEqualTo("学习");
        assertThat(view.answer("c", row, day("2012-05-31"))).isNull();
    }

    @Test
    void the_list_is_open() {
        assertThat(form(PARTY_SPIRIT_EDUCATION, HONOURS, "2010-06-05"))
                .isEqualTo(
                        new Shown(
                                CAMPAIGN.value(), PARTY_SPIRIT_EDUCATION, HONOURS, HONOURS, false));
        assertThat(form(PARTY_SPIRIT_EDUCATION, "READING", "2010-06-05").namedByPlan()).isFalse();
        assertThat(shown("2010-06-04")).noneMatch(form -> form.form().equals(HONOURS));
    }

    @Test
    void what_is_no_key_of_a_form_is_no_form() {
        for (String key : List.of("", "x", "a.b", "a.b.c", "a.POST_DEDICATION.%", ".."))
            assertThat(VIEW.answer(key, VIEW.empty(key), day("2012-12-31"))).isNull();
    }

    @Test
    void all_who_sign_in_see_the_list() {
        ViewLaws.rows(VIEW, FACTS)
                .values()
                .forEach(row -> assertThat(VIEW.audience(row).admits(reader("anybody"))).isTrue());
    }

    private static ActivityHeld held(String activity, ActivityTheme theme, String form) {
        return new ActivityHeld(new ActivityId(activity), CAMPAIGN, BRANCH, theme, form, null);
    }

    private static Shown form(ActivityTheme theme, String form, String date) {
        return shown(date).stream()
                .filter(one -> one.theme() == theme && one.form().equals(form))
                .findFirst()
                .orElseThrow();
    }

    private static List<Shown> shown(String date) {
        return ViewLaws.rows(VIEW, FACTS).entrySet().stream()
                .map(row -> VIEW.answer(row.getKey(), row.getValue(), day(date)))
                .filter(Objects::nonNull)
                .toList();
    }
}
