package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    private record Invite(Set<String> guests) {}

    @Test
    void the_text_of_equal_commands_is_the_same_in_whatever_order_a_set_gives_what_it_has() {
        CommandText text = new CommandText(Optional.empty());
        Invite one = new Invite(new LinkedHashSet<>(List.of("王五", "张三", "李四")));
        Invite other = new Invite(new LinkedHashSet<>(List.of("李四", "王五", "张三")));

        assertThat(one).isEqualTo(other);
        assertThat(text.plain(one)).isEqualTo(text.plain(other));
        assertThat(text.command(text.plain(one), Invite.class)).isEqualTo(one);
    }

    enum Kind {
        ONE,
        TWO,
        THREE,
        FOUR
    }

    /** Says nothing of what it holds, as commands with personal values do. */
    record Table(Set<String> guests, Map<String, Set<Kind>> dishes) {
        @Override
        public String toString() {
            return "Table";
        }
    }

    private record Hall(Set<Table> tables) {}

    record Feast(Set<Table> tables, List<Map<Kind, Table>> rooms) {
        Feast {
            tables = Set.copyOf(tables);
        }
    }

    @Test
    void what_lies_in_sets_of_records_and_in_maps_is_written_alike_in_every_process() {
        CommandTextLaws.check(List.of(Invite.class, Feast.class));
    }

    @Test
    void elements_that_say_nothing_of_themselves_have_an_order_all_the_same() {
        CommandText text = new CommandText(Optional.empty());
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 20; i++) tables.add(new Table(Set.of("guest " + i), Map.of()));

        assertThat(text.plain(new Hall(new LinkedHashSet<>(tables.reversed()))))
                .isEqualTo(text.plain(new Hall(new LinkedHashSet<>(tables))));
    }
}
