package org.zhengyou.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.json.Json;

class PersonalKeysTest {
    private record Registered(String member, Personal name) {}

    private static final Registered ZHANG = new Registered("m1", Personal.of("m1", "张三"));

    private final Path folder;
    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> stored;

    PersonalKeysTest(@TempDir Path folder) {
        this.folder = folder;
        mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0, Durability.COMMIT);
        client = MongoClients.create(mongo.connectionString());
        stored = client.getDatabase("members").getCollection("personal_keys");
    }

    @BeforeEach
    void empty() {
        stored.deleteMany(new Document());
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void a_sealed_value_shows_nothing_and_opens_again_after_a_restart() {
        String text = Json.stored(keys()).writeValueAsString(ZHANG);

        assertThat(text).doesNotContain("张").contains("\"person\":\"m1\"");
        assertThat(Json.stored(keys()).readValue(text, Registered.class)).isEqualTo(ZHANG);
    }

    @Test
    void without_the_persons_key_nobody_opens_the_value() {
        String text = Json.stored(keys()).writeValueAsString(ZHANG);
        stored.deleteOne(Filters.eq("_id", "m1"));

        Registered read = Json.stored(keys()).readValue(text, Registered.class);

        assertThat(read.name().text()).isNull();
        assertThat(Json.shown().writeValueAsString(read)).contains("\"name\":null");
    }

    @Test
    void a_service_without_keys_reads_who_but_not_what() {
        String text = Json.stored(keys()).writeValueAsString(ZHANG);

        assertThat(Json.tolerant().readValue(text, Registered.class).name())
                .isEqualTo(new Personal("m1", null));
    }

    @Test
    void a_sealed_value_cannot_be_moved_to_another_person() {
        PersonalKeys keys = keys();
        String sealed = keys.seal("m1", "张三");
        keys.seal("m2", "李四");

        assertThatThrownBy(() -> keys.open("m2", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_value_is_sealed_differently_each_time() {
        PersonalKeys keys = keys();

        assertThat(keys.seal("m1", "张三")).isNotEqualTo(keys.seal("m1", "张三"));
    }

    @Test
    void the_master_key_is_readable_by_its_owner_only_and_another_one_opens_nothing()
            throws IOException {
        String text = Json.stored(keys()).writeValueAsString(ZHANG);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(masterKey())))
                .isEqualTo("rw-------");
        Path other = folder.resolve("other.json");
        var _ = new PersonalKeys(client.getDatabase("other").getCollection("keys"), other);
        assertThatThrownBy(() -> new PersonalKeys(stored, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other.json is damaged or another master key");
        assertThat(text).isNotEmpty();
    }

    @Test
    void a_master_key_that_is_missing_is_named_and_none_is_made_in_its_place() throws IOException {
        String text = Json.stored(keys()).writeValueAsString(ZHANG);
        Path elsewhere = Files.move(masterKey(), folder.resolve("elsewhere.json"));

        assertThatThrownBy(this::keys)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("主密钥文件 " + masterKey())
                .hasMessageContaining("ZHENGYOU_MASTER_KEY_FILE");
        assertThat(masterKey()).doesNotExist();
        assertThat(
                        Json.stored(new PersonalKeys(stored, elsewhere))
                                .readValue(text, Registered.class))
                .isEqualTo(ZHANG);
    }

    @Test
    void a_personal_value_never_reaches_a_log_line_by_accident() {
        assertThat(ZHANG.toString()).doesNotContain("张三");
    }

    private PersonalKeys keys() {
        return new PersonalKeys(stored, masterKey());
    }

    private Path masterKey() {
        return folder.resolve("keys").resolve("master.json");
    }
}
