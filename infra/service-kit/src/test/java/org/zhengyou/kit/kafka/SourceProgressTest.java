package org.zhengyou.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;

class SourceProgressTest {

    @Test
    void the_watermark_is_the_largest_position_up_to_which_nothing_is_missing() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            SourceProgress progress = new SourceProgress("people");
            Set<Long> received = new HashSet<>();
            for (long position : shuffledALittle(2_000, random)) {
                assertThat(progress.isNew(position)).isEqualTo(received.add(position));
                progress.received(position);
                if (random.nextInt(50) == 0) progress = storedAndRead(progress);
                if (random.nextInt(20) == 0)
                    assertThat(progress.watermark())
                            .as("seed %s", seed)
                            .isEqualTo(watermark(received));
            }
            assertThat(progress.watermark()).isEqualTo(2_000);
        }
    }

    @Test
    void a_position_that_nobody_can_have_reached_is_not_received_and_takes_no_memory() {
        SourceProgress progress = new SourceProgress("people");
        progress.received(1);

        for (long position : List.of(2_000_000_000L, Long.MAX_VALUE, SourceProgress.MOST_AHEAD + 2))
            assertThatThrownBy(() -> progress.isNew(position))
                    .isInstanceOf(IllegalArgumentException.class);
        assertThat(progress.isNew(SourceProgress.MOST_AHEAD)).isTrue();
        assertThat(progress.watermark()).isEqualTo(1);
    }

    /** As twelve partitions deliver: mostly in order, in blocks, some of it twice. */
    private static List<Long> shuffledALittle(int events, Random random) {
        List<List<Long>> partitions = new ArrayList<>();
        for (int i = 0; i < 12; i++) partitions.add(new ArrayList<>());
        for (long position = 1; position <= events; position++) {
            List<Long> partition = partitions.get(random.nextInt(12));
            partition.add(position);
            if (random.nextInt(10) == 0) partition.add(position);
        }
        List<Long> delivered = new ArrayList<>();
        while (delivered.size() < partitions.stream().mapToInt(List::size).sum()) {
            for (List<Long> partition : partitions) {
                int next = (int) partition.stream().filter(p -> p < 0).count();
                int block = Math.min(partition.size() - next, random.nextInt(100));
                for (int i = next; i < next + block; i++) {
                    delivered.add(partition.get(i));
                    partition.set(i, -1L);
                }
            }
        }
        return delivered;
    }

    private static long watermark(Set<Long> received) {
        long watermark = 0;
        while (received.contains(watermark + 1)) watermark++;
        return watermark;
    }

    private static SourceProgress storedAndRead(SourceProgress progress) {
        var bson = progress.document().toBsonDocument().asBsonReader();
        return SourceProgress.of(
                new DocumentCodec().decode(bson, DecoderContext.builder().build()));
    }

    @Test
    void offsets_and_gaps_survive_being_stored() {
        SourceProgress progress = new SourceProgress("people");
        assertThat(progress.offset(3)).isZero();
        progress.read(3, 42);
        progress.received(1);
        progress.received(5);
        SourceProgress read = storedAndRead(progress);
        assertThat(read.source()).isEqualTo("people");
        assertThat(read.offset(3)).isEqualTo(42);
        assertThat(read.watermark()).isEqualTo(1);
        assertThat(read.isNew(5)).isFalse();
        assertThat(read.isNew(4)).isTrue();
    }

    @Test
    void a_wide_gap_is_remembered_in_little_space() {
        SourceProgress progress = new SourceProgress("people");
        for (long position = 2; position <= 100_000; position++) progress.received(position);
        assertThat(progress.watermark()).isZero();
        progress.received(1);
        assertThat(progress.watermark()).isEqualTo(100_000);
        assertThat(progress.document().toBsonDocument().toJson().length()).isLessThan(200);
    }
}
