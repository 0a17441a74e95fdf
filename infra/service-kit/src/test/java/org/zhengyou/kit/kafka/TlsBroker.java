package org.zhengyou.kit.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.zhengyou.kit.host.TestCertificate;

/**
 * The real broker, set up as one of a cluster: clients come over TLS and show a name and a password
 * (SCRAM-SHA-512). The one user it knows was made when its storage was formatted.
 */
final class TlsBroker implements AutoCloseable {
    static final String USER = "members";
    static final String PASSWORD = "a-password-of-members";

    private final KafkaRaftServer server;
    private final String bootstrap;

    private TlsBroker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    static TlsBroker start(Path folder, TestCertificate certificate) {
        List<Integer> ports = freePorts();
        format(folder);
        KafkaRaftServer server =
                new KafkaRaftServer(
                        KafkaConfig.fromProps(properties(folder, certificate, ports), false),
                        Time.SYSTEM);
        server.startup();
        return new TlsBroker(server, "127.0.0.1:" + ports.getFirst());
    }

    private static void format(Path folder) {
        PrintStream silent =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Formatter formatter =
                new Formatter()
                        .setClusterId(Uuid.randomUuid().toString())
                        .setNodeId(1)
                        .setControllerListenerName("CONTROLLER")
                        .setReleaseVersion(MetadataVersion.latestProduction())
                        .setUnstableFeatureVersionsEnabled(false)
                        .setScramArguments(
                                List.of(
                                        "SCRAM-SHA-512=[name=%s,password=%s]"
                                                .formatted(USER, PASSWORD)))
                        .setPrintStream(silent)
                        .addDirectory(folder.toString());
        formatter.setMetadataLogDirectory(folder.toString());
        formatter.setHasDynamicQuorum(false);
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IllegalStateException("formatting failed", e);
        }
    }

    private static Properties properties(
            Path folder, TestCertificate certificate, List<Integer> ports) {
        Properties all = new Properties();
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("log.dirs", folder.toString());
        all.put("auto.create.topics.enable", "false");
        String clients = "CLIENTS://127.0.0.1:" + ports.getFirst();
        String brokers = "BROKERS://127.0.0.1:" + ports.get(1);
        String controller = "127.0.0.1:" + ports.getLast();
        all.put("listeners", clients + "," + brokers + ",CONTROLLER://" + controller);
        all.put("advertised.listeners", clients + "," + brokers);
        all.put(
                "listener.security.protocol.map",
                "CLIENTS:SASL_SSL,BROKERS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("inter.broker.listener.name", "BROKERS");
        all.put("controller.listener.names", "CONTROLLER");
        all.put("controller.quorum.voters", "1@" + controller);
        String own = "listener.name.clients.";
        all.put(own + "sasl.enabled.mechanisms", "SCRAM-SHA-512");
        all.put(
                own + "scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        all.put(own + "ssl.keystore.location", certificate.store().toString());
        all.put(own + "ssl.keystore.type", "PKCS12");
        all.put(own + "ssl.keystore.password", TestCertificate.PASSWORD);
        all.put(own + "ssl.key.password", TestCertificate.PASSWORD);
        for (String topic :
                List.of(
                        "offsets.topic.",
                        "transaction.state.log.",
                        "share.coordinator.state.topic."))
            all.put(topic + "replication.factor", "1");
        all.put("transaction.state.log.min.isr", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
        all.put("group.initial.rebalance.delay.ms", "0");
        return all;
    }

    private static List<Integer> freePorts() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++)
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) socket.close();
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect. */
    String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
