package org.zhengyou.embedded.kafka;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.embedded.Secret;

/**
 * Settings of one node that is broker and controller at once: one copy of everything, few threads.
 */
final class Settings {
    private static final String PROTOCOL = "SASL_PLAINTEXT";
    private static final String MECHANISM = "PLAIN";

    private Settings() {}

    static Map<String, String> of(Path data, Ports ports, Secret secret) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        addListeners(settings, ports);
        addSecret(settings, secret);
        addSingleCopies(settings);
        addSmallness(settings);
        addTimes(settings);
        return settings;
    }

    private static void addListeners(Map<String, String> settings, Ports ports) {
        String clients = "CLIENTS://127.0.0.1:" + ports.broker();
        String controller = "127.0.0.1:" + ports.controller();
        settings.put("listeners", clients + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", clients);
        settings.put(
                "listener.security.protocol.map",
                "CLIENTS:" + PROTOCOL + ",CONTROLLER:" + PROTOCOL);
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@" + controller);
    }

    /** Both listeners want it, and the node shows it to itself. */
    private static void addSecret(Map<String, String> settings, Secret secret) {
        settings.put("sasl.enabled.mechanisms", MECHANISM);
        settings.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
        settings.put("sasl.mechanism.controller.protocol", MECHANISM);
        String login = "%s user_%s=\"%s\";".formatted(shown(secret), Secret.USER, secret.text());
        for (String listener : List.of("clients", "controller"))
            settings.put("listener.name." + listener + ".plain.sasl.jaas.config", login);
    }

    /** What a client is told so that it shows the secret. */
    static Map<String, String> ofClients(Secret secret) {
        return Map.of(
                "security.protocol", PROTOCOL,
                "sasl.mechanism", MECHANISM,
                "sasl.jaas.config", shown(secret) + ";");
    }

    private static String shown(Secret secret) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
                .formatted(Secret.USER, secret.text());
    }

    private static void addSingleCopies(Map<String, String> settings) {
        settings.put("num.partitions", "1");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void addSmallness(Map<String, String> settings) {
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "1");
        settings.put("num.replica.fetchers", "1");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        // Answered fetches of all topics would else lie about by the thousand.
        settings.put("fetch.purgatory.purge.interval.requests", "20");
    }

    private static void addTimes(Map<String, String> settings) {
        settings.put("log.retention.ms", "-1"); // facts are kept for ever
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("controller.quorum.append.linger.ms", "1");
        // A start on a busy laptop takes seconds; that is no error yet.
        settings.put("controller.performance.always.log.threshold.ms", "10000");
        settings.put("broker.session.timeout.ms", Long.toString(DeadSession.LENGTH.toMillis()));
        settings.put("broker.heartbeat.interval.ms", "2000");
        settings.put("initial.broker.registration.timeout.ms", "3600000"); // time may skip
    }
}
