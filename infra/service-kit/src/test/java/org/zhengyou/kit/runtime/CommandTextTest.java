package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
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
}
