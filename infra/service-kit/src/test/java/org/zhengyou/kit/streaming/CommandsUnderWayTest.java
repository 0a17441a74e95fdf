package org.zhengyou.kit.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CommandsUnderWayTest {
    @Test
    void what_gives_way_goes_on_when_the_command_is_answered() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CompletableFuture<String> command =
                CompletableFuture.supplyAsync(
                        () ->
                                CommandsUnderWay.with(
                                        () -> {
                                            begun.countDown();
                                            await(answer);
                                            return "answered";
                                        }));
        await(begun);
        answer.countDown();
        CommandsUnderWay.giveWay();

        assertThat(command.join()).isEqualTo("answered");
    }

    @Test
    void a_command_that_is_never_answered_does_not_hold_anything_up_for_ever() {
        String seen =
                CommandsUnderWay.with(
                        () -> {
                            CommandsUnderWay.giveWay();
                            return "went on";
                        });

        assertThat(seen).isEqualTo("went on");
    }

    @Test
    void a_command_that_fails_is_no_longer_under_way() {
        assertThatThrownBy(
                        () ->
                                CommandsUnderWay.with(
                                        () -> {
                                            throw new IllegalStateException("refused");
                                        }))
                .hasMessage("refused");
        assertThat(CommandsUnderWay.count()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
