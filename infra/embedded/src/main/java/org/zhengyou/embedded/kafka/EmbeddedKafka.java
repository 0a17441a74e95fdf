package org.zhengyou.embedded.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.zhengyou.embedded.PrivateFiles;
import org.zhengyou.embedded.Secret;

/**
 * A Kafka node (KRaft, broker and controller in one) inside the JVM, on loopback only, with its
 * data in a folder, for clients who show the secret of the folder. Topics are not made by
 * themselves. An acknowledged record has been handed to the operating system: it survives {@code
 * kill -9} of the process.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int NODE = 1;

    private final Path folder;
    private final Ports ports;
    private final Secret secret;
    private final KafkaRaftServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(Path folder, Path data, Ports ports, Secret secret) {
        this.folder = folder;
        this.ports = ports;
        this.secret = secret;
        SkippingClock clock = new SkippingClock();
        boolean killed = used(data) && !Files.exists(data.resolve(".kafka_cleanshutdown"));
        this.server =
                new KafkaRaftServer(
                        KafkaConfig.fromProps(properties(data, ports, secret), false), clock);
        try {
            if (killed) {
                DeadSession.skipDuring(server::startup, clock);
            } else {
                server.startup();
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static boolean used(Path data) {
        return Files.exists(data.resolve("__cluster_metadata-0").resolve("quorum-state"));
    }

    private static Properties properties(Path data, Ports ports, Secret secret) {
        Properties properties = new Properties();
        properties.putAll(Settings.of(data, ports, secret));
        return properties;
    }

    /**
     * Starts a node; returns when clients can use it. Only one node can use a folder.
     *
     * @param folder where the data are; made and formatted if it is not there
     * @param brokerPort on loopback; 0 for the one of the last start in this folder, or any free
     *     one
     * @param controllerPort likewise
     */
    public static EmbeddedKafka start(Path folder, int brokerPort, int controllerPort) {
        try {
            Path data = folder.toAbsolutePath().resolve("data");
            Files.createDirectories(data);
            Ports ports = Ports.choose(folder, brokerPort, controllerPort);
            format(data);
            Secret secret = Secret.of(folder);
            EmbeddedKafka started = new EmbeddedKafka(folder, data, ports, secret);
            ports.keep(folder);
            started.keepClientSettings();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + folder, e);
        }
    }

    private static void format(Path data) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        PrintStream silent =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Formatter formatter =
                new Formatter()
                        .setClusterId(Uuid.randomUuid().toString())
                        .setNodeId(NODE)
                        .setControllerListenerName("CONTROLLER")
                        .setReleaseVersion(MetadataVersion.latestProduction())
                        .setUnstableFeatureVersionsEnabled(false)
                        .setIgnoreFormatted(true)
                        .setPrintStream(silent)
                        .addDirectory(data.toString());
        formatter.setMetadataLogDirectory(data.toString());
        formatter.setHasDynamicQuorum(false);
        try {
            formatter.run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("formatting failed", e);
        }
    }

    private void keepClientSettings() {
        StringBuilder text = new StringBuilder();
        Settings.ofClients(secret)
                .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        PrivateFiles.write(clientFile(), text.toString());
    }

    /** Where clients connect, as {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.broker();
    }

    /** With what settings clients connect, as a file in the form of Kafka's own tools. */
    public Path clientFile() {
        return folder.resolve("client.properties");
    }

    /** All that a client needs in order to connect. */
    public Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>(Settings.ofClients(secret));
        settings.put("bootstrap.servers", bootstrapServers());
        return settings;
    }

    /** Stops the node and waits for it. Idempotent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
