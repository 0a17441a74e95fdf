package org.zhengyou.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorJournalTest {
    @ParameterizedTest
    @CsvSource({
        "/members/commands/RegisterMember, members/commands/RegisterMember",
        "/members/roster, members/roster",
        "/members/roster/e46d0b72-3c1f, members/roster/*",
        "/members/imports/0191-7c, members/imports/*",
        "/members/parked/roster/7, members/parked/*",
        "/prometheus, prometheus"
    })
    void a_path_is_told_without_the_ids_in_it(String path, String template) {
        assertThat(DoorJournal.template(path)).isEqualTo(template);
    }
}
