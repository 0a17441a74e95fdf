package org.zhengyou.activities.campaign;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.activities.University.PROVINCE;
import static org.zhengyou.activities.University.directive;
import static org.zhengyou.activities.University.reader;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ViewLaws;

class DirectivesTest {
    @Test
    void everybody_finds_the_id_of_a_directive_by_its_number_from_its_day_on() {
        Directives view = new Directives();
        var facts = ViewLaws.facts("activities", "2010-06-01", directive());
        var row = requireNonNull(ViewLaws.rows(view, facts).get(PROVINCE.value()));

        assertThat(view.answer(PROVINCE.value(), row, day("2010-05-31"))).isNull();
        var shown = requireNonNull(view.answer(PROVINCE.value(), row, day("2010-06-01")));
        assertThat(shown.number()).isEqualTo(directive().number());
        assertThat(shown.registeredOn()).isEqualTo("2010-06-01");
        assertThat(view.audience(row).admits(reader("anybody"))).isTrue();
    }
}
