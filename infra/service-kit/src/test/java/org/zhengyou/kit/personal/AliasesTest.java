package org.zhengyou.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.TestStore;

class AliasesTest {
    private static final String NUMBER = "DY100001";

    @TempDir Path folder = Path.of("");
    private TestStore store;
    private MongoClient client;
    private PersonalKeys keys;

    @BeforeEach
    void open() {
        store = new TestStore(folder);
        client = MongoClients.create(store.uri());
        keys = keys();
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase("members").getCollection(name);
    }

    private PersonalKeys keys() {
        return new PersonalKeys(collection("keys"), folder.resolve("master.json"));
    }

    private Aliases aliases() {
        return keys.aliases(collection("aliases"));
    }

    @Test
    void a_value_has_one_alias_in_every_process_and_another_value_another() {
        String alias = aliases().of(NUMBER);
        assertThat(alias).hasSize(32);
        assertThat(keys().aliases(collection("aliases")).of(NUMBER)).isEqualTo(alias);
        assertThat(aliases().of(NUMBER, "m1")).isEqualTo(alias);
        assertThat(aliases().of("DY100002")).isNotEqualTo(alias);
    }

    @Test
    void processes_that_make_an_alias_at_once_agree() throws Exception {
        try (ExecutorService processes = Executors.newFixedThreadPool(16)) {
            for (int round = 0; round < 50; round++) {
                String number = "n" + round;
                Callable<String> one = () -> aliases().of(number);
                Set<String> made = new HashSet<>();
                for (Future<String> each :
                        processes.invokeAll(IntStream.range(0, 16).mapToObj(i -> one).toList()))
                    made.add(each.get());
                assertThat(made).hasSize(1);
            }
        }
    }

    @Test
    void a_forgotten_alias_never_comes_back_and_nothing_of_the_value_is_left() {
        String alias = aliases().of(NUMBER, "m1");
        String other = aliases().of("DY100002", "m2");
        aliases().forget("m1");
        assertThat(collection("aliases").find().into(new java.util.ArrayList<>()))
                .extracting(one -> one.getString("alias"))
                .isEqualTo(List.of(other));
        assertThat(aliases().of(NUMBER)).isNotEqualTo(alias);
    }
}
