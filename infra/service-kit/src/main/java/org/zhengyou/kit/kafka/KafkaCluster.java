package org.zhengyou.kit.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.zhengyou.kit.runtime.Settings;

/**
 * Where Kafka is, and how one proves oneself there.
 *
 * @param bootstrap addresses of brokers
 * @param client settings of all clients: protocol, mechanism, certificates
 */
record KafkaCluster(String bootstrap, Map<String, String> client) {
    /**
     * The one of these settings; empty if the service is to run without.
     *
     * @throws IllegalStateException in Chinese and English, if the file of client settings cannot
     *     be read
     */
    static Optional<KafkaCluster> of(Settings settings) {
        String bootstrap = settings.kafkaBootstrap();
        if (bootstrap == null) return Optional.empty();
        Path file = settings.kafkaClientFile();
        return Optional.of(new KafkaCluster(bootstrap, file == null ? Map.of() : read(file)));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "ZHENGYOU_KAFKA_CLIENT_FILE：%1$s 无法读取 / ZHENGYOU_KAFKA_CLIENT_FILE cannot be read as properties: %1$s"
                            .formatted(file),
                    e);
        }
        Map<String, String> client = new HashMap<>();
        for (String name : properties.stringPropertyNames())
            client.put(name, properties.getProperty(name));
        return Map.copyOf(client);
    }

    /** The settings of a client here: what the cluster wants, and its own, which go first. */
    Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(client);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        all.putAll(own);
        return all;
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return bootstrap;
    }
}
