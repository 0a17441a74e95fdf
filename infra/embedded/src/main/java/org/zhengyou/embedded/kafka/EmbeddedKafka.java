package org.zhengyou.embedded.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka node (KRaft, broker and controller in one) inside the JVM, on loopback only, with its
 * data in a folder. Topics are not made by themselves. An acknowledged record has been handed to
 * the operating system: it survives {@code kill -9} of the process.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int NODE = 1;

    private final Ports ports;
    private final KafkaRaftServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(Path data, Ports ports) {
        this.ports = ports;
        SkippingClock clock = new SkippingClock();
        boolean killed = used(data) && !Files.exists(data.resolve(".kafka_cleanshutdown"));
        this.server =
                new KafkaRaftServer(KafkaConfig.fromProps(properties(data, ports), false), clock);
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

    private static Properties properties(Path data, Ports ports) {
        Properties properties = new Properties();
        properties.putAll(Settings.of(data, ports));
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
            EmbeddedKafka started = new EmbeddedKafka(data, ports);
            ports.keep(folder);
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

    /** Where clients connect, as {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.broker();
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
