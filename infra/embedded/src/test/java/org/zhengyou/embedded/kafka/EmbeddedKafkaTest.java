package org.zhengyou.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.ChildJvm;

@Timeout(60)
class EmbeddedKafkaTest {
    private static final String TOPIC = "facts";

    @TempDir Path folder;

    @Test
    void acknowledged_records_survive_kill_and_the_node_starts_again_at_the_same_place()
            throws Exception {
        String address;
        try (ChildJvm child = ChildJvm.start(KafkaProcess.class, folder.toString())) {
            address = child.answer("ready");
            createTopic(address);
            send(address, 0, 500);
            child.kill();
        }
        try (ChildJvm child = ChildJvm.start(KafkaProcess.class, folder.toString())) {
            assertThat(child.answer("ready")).isEqualTo(address);
            assertThat(read(address, 500)).isEqualTo(values(0, 500));
            send(address, 500, 600);
            child.kill();
        }
        try (EmbeddedKafka again = EmbeddedKafka.start(folder, 0, 0)) {
            assertThat(again.bootstrapServers()).isEqualTo(address);
            assertThat(read(address, 600)).isEqualTo(values(0, 600));
        }
    }

    @Test
    void a_producer_goes_on_after_the_node_was_down_and_came_back_in_the_same_jvm()
            throws Exception {
        EmbeddedKafka first = EmbeddedKafka.start(folder, 0, 0);
        String address = first.bootstrapServers();
        createTopic(address);
        try (var sender = Executors.newVirtualThreadPerTaskExecutor();
                KafkaProducer<String, String> producer = producer(address)) {
            producer.send(new ProducerRecord<>(TOPIC, "k", "value 0")).get();
            first.close();
            first.close();
            Future<RecordMetadata> whileDown = // sending itself may wait for the node
                    sender.submit(
                            () -> producer.send(new ProducerRecord<>(TOPIC, "k", "value 1")).get());
            try (EmbeddedKafka second = EmbeddedKafka.start(folder, 0, 0)) {
                assertThat(second.bootstrapServers()).isEqualTo(address);
                assertThat(whileDown.get().offset()).isEqualTo(1);
                assertThat(read(address, 2)).isEqualTo(values(0, 2));
            }
        }
    }

    @Test
    void a_topic_is_not_made_by_using_it() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, 0);
                Admin admin = admin(kafka.bootstrapServers())) {
            assertThatThrownBy(
                            () ->
                                    admin.describeTopics(List.of("no-such-topic"))
                                            .allTopicNames()
                                            .get())
                    .isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void who_does_not_show_the_secret_is_no_client() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, 0)) {
            Map<String, Object> right = kafka.clientSettings();
            Map<String, Object> none = Map.of("bootstrap.servers", kafka.bootstrapServers());
            Map<String, Object> wrong = new HashMap<>(right);
            wrong.computeIfPresent(
                    "sasl.jaas.config",
                    (name, login) -> login.toString().replaceAll("password=\"..", "password=\"zz"));
            assertThat(topics(right)).isEmpty();
            assertThatThrownBy(() -> topics(none)).isInstanceOf(ExecutionException.class);
            assertThatThrownBy(() -> topics(wrong))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static Set<String> topics(Map<String, Object> settings)
            throws ExecutionException, InterruptedException {
        Map<String, Object> brief = new HashMap<>(settings);
        brief.put("default.api.timeout.ms", 2_000);
        brief.put("request.timeout.ms", 1_000);
        try (Admin admin = Admin.create(brief)) {
            return admin.listTopics().names().get();
        }
    }

    @Test
    void only_its_owner_can_read_the_secret() throws IOException {
        EmbeddedKafka.start(folder, 0, 0).close();
        for (String file : List.of("secret", "client.properties"))
            assertThat(Files.getPosixFilePermissions(folder.resolve(file)))
                    .containsExactlyInAnyOrder(
                            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    /** As who has the folder knows them. */
    private Map<String, Object> settings(String address) {
        Properties client = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("client.properties"))) {
            client.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> settings = new HashMap<>();
        client.stringPropertyNames().forEach(name -> settings.put(name, client.getProperty(name)));
        settings.put("bootstrap.servers", address);
        return settings;
    }

    private Admin admin(String address) {
        return Admin.create(settings(address));
    }

    private void createTopic(String address) throws Exception {
        try (Admin admin = admin(address)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private KafkaProducer<String, String> producer(String address) {
        Map<String, Object> settings = settings(address);
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private void send(String address, int from, int to) throws Exception {
        try (KafkaProducer<String, String> producer = producer(address)) {
            for (String value : values(from, to)) {
                producer.send(new ProducerRecord<>(TOPIC, "key", value)).get();
            }
        }
    }

    private static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "value " + i).toList();
    }

    private List<String> read(String address, int count) {
        List<String> values = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings(address), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (values.size() < count) {
                for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(one.value());
                }
            }
        }
        return values;
    }
}
