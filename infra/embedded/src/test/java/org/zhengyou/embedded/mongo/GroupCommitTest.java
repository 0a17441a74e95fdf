package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The channel runs its tasks, the commit among them, only when told to. */
class GroupCommitTest {
    private final MVStore store = MVStore.open(null);
    private final Journal journal;
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private int commits;
    private boolean broken;
    private final GroupCommit group;

    GroupCommitTest(@TempDir Path folder) {
        journal = Journal.open(new StoredMaps(store), folder.resolve("journal"), Journal.LIMIT);
        group = new GroupCommit(journal, ignored -> persist(), () -> {});
    }

    private void persist() {
        if (broken) {
            throw new IllegalStateException("the disk is full");
        }
        commits++;
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
        store.closeImmediately();
        journal.close();
    }

    @Test
    void a_write_is_acknowledged_after_it_is_in_the_file() {
        long ticket = group.write("db.a", () -> {});
        group.reply(ticket, channel, "stored");
        assertThat(channel.outboundMessages()).isEmpty();
        channel.runPendingTasks();
        assertThat(commits).isOne();
        assertThat(channel.outboundMessages()).containsExactly("stored");
    }

    @Test
    void a_read_is_answered_after_the_write_it_may_have_seen_is_in_the_file() {
        group.write("db.a", () -> {});
        group.reply(group.seen("db.a"), channel, "result");
        assertThat(channel.outboundMessages()).isEmpty();
        channel.runPendingTasks();
        assertThat(commits).isOne();
        assertThat(channel.outboundMessages()).containsExactly("result");
    }

    @Test
    void a_write_that_still_runs_may_be_seen_already() {
        group.write("db.a", () -> assertThat(group.seen("db.a")).isOne());
        group.write("", () -> assertThat(group.seen("db.a")).isEqualTo(2));
    }

    @Test
    void a_read_of_something_else_does_not_wait() {
        group.write("db.a", () -> {});
        group.reply(group.seen("db.b"), channel, "result");
        assertThat(channel.outboundMessages()).containsExactly("result");
        assertThat(commits).isZero();
    }

    @Test
    void commands_that_are_ready_together_share_a_commit() {
        for (int i = 0; i < 10; i++) {
            group.reply(group.write("db.a", () -> {}), channel, i);
        }
        channel.runPendingTasks();
        assertThat(channel.outboundMessages()).hasSize(10);
        assertThat(commits).isOne();
    }

    @Test
    void nothing_is_acknowledged_when_writing_fails() {
        broken = true;
        group.reply(group.write("db.a", () -> {}), channel, "stored");
        channel.runPendingTasks();
        assertThat(channel.outboundMessages()).isEmpty();
        assertThat(channel.isOpen()).isFalse();
        broken = false;
        EmbeddedChannel next = new EmbeddedChannel();
        group.reply(group.seen("db.a"), next, "result");
        next.runPendingTasks();
        assertThat(next.outboundMessages()).isEmpty();
        assertThat(next.isOpen()).isFalse();
    }
}
