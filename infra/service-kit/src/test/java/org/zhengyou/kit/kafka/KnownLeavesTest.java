package org.zhengyou.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.TestStore;

class KnownLeavesTest {
    private static final int FAR = 5_000;
    private static final int MANY = 200;

    @TempDir Path folder = Path.of("");

    @Test
    void positions_far_from_each_other_take_bounded_memory_and_none_is_forgotten() {
        try (TestStore store = new TestStore(folder);
                MongoClient client = MongoClients.create(store.uri())) {
            var leaves = new KnownLeaves(client.getDatabase("a").getCollection("leaves"), "people");
            for (long i = 1; i <= MANY; i++) {
                leaves.put(i * FAR, leaf(i));
                assertThat(leaves.inMemory()).isLessThanOrEqualTo(KnownLeaves.BLOCKS_IN_MEMORY);
            }
            for (long i = 1; i <= MANY; i++) {
                assertThat(leaves.contradicts(i * FAR, leaf(i))).isFalse();
                assertThat(leaves.contradicts(i * FAR, leaf(i + 1))).isTrue();
                assertThat(leaves.inMemory()).isLessThanOrEqualTo(KnownLeaves.BLOCKS_IN_MEMORY);
            }
        }
    }

    private static String leaf(long i) {
        return "%016x".formatted(i) + "0".repeat(48);
    }
}
