package org.zhengyou.kit.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Kafka, before a service starts, whether it lets it in: a wrong password or an unknown
 * certificate would otherwise be a warning every second, of a service that seems to run.
 */
final class KafkaAccess {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaAccess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** ApiVersions, the request with which every client begins. */
    private static final byte[] FIRST_REQUEST =
            HexFormat.of().parseHex("0000000a" + "0012" + "0000" + "00000000" + "ffff");

    /** First byte of an alert (RFC 8446, 5.1), which is what TLS says to something else. */
    private static final int TLS_ALERT = 21;

    private KafkaAccess() {}

    /**
     * Returns if the cluster lets clients in, or does not answer at all.
     *
     * @throws IllegalStateException in Chinese and English, without any secret
     */
    static void require(KafkaCluster cluster) {
        requireTls(cluster);
        try (Admin admin = Admin.create(cluster.with(settings()))) {
            var _ = admin.describeCluster().nodes().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SslAuthenticationException tls) throw noTls(cluster, tls);
            if (e.getCause() instanceof AuthenticationException refused)
                throw new IllegalStateException(
                        "Kafka（%1$s）不接受 ZHENGYOU_KAFKA_CLIENT_FILE 中的用户名、密码或认证机制 / Kafka at %1$s does not take the user, the password or the mechanism in ZHENGYOU_KAFKA_CLIENT_FILE"
                                .formatted(cluster),
                        refused);
            LOG.warn("Kafka at {} does not answer yet: {}", cluster, String.valueOf(e.getCause()));
        } catch (KafkaException e) {
            throw new IllegalStateException(
                    "ZHENGYOU_KAFKA_CLIENT_FILE 的设置不能用：%1$s / the settings in ZHENGYOU_KAFKA_CLIENT_FILE cannot be used: %1$s"
                            .formatted(innermost(e)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    private static Map<String, Object> settings() {
        int millis = (int) PATIENCE.toMillis();
        return Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                List.of());
    }

    private static IllegalStateException noTls(KafkaCluster cluster, Throwable failure) {
        return new IllegalStateException(
                "与 Kafka（%1$s）的 TLS 连接未建立（%2$s），请检查 ZHENGYOU_KAFKA_CLIENT_FILE 中的 ssl.truststore / there is no TLS with Kafka at %1$s (%2$s): check ssl.truststore in ZHENGYOU_KAFKA_CLIENT_FILE"
                        .formatted(cluster, innermost(failure)),
                failure);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) cause = cause.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * A client that speaks without TLS where TLS is wanted takes the alert for the length of an
     * answer, and reserves 352 MB for it (KAFKA-4090).
     */
    private static void requireTls(KafkaCluster cluster) {
        String protocol =
                cluster.client()
                        .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
        if (protocol.endsWith("SSL")) return;
        for (String broker : cluster.bootstrap().split(",", -1))
            if (wantsTls(broker.strip()))
                throw new IllegalStateException(
                        "Kafka（%1$s）要求 TLS，而 security.protocol 是 %2$s：请改 ZHENGYOU_KAFKA_CLIENT_FILE / Kafka at %1$s wants TLS, and security.protocol is %2$s: change ZHENGYOU_KAFKA_CLIENT_FILE"
                                .formatted(broker, protocol));
    }

    private static boolean wantsTls(String broker) {
        int colon = broker.lastIndexOf(':');
        if (colon < 0 || !broker.substring(colon + 1).matches("\\d{1,5}")) return false;
        int port = Integer.parseInt(broker.substring(colon + 1));
        try (Socket socket = new Socket()) {
            int millis = (int) PATIENCE.toMillis();
            socket.connect(new InetSocketAddress(broker.substring(0, colon), port), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(FIRST_REQUEST);
            InputStream answer = socket.getInputStream();
            return answer.read() == TLS_ALERT;
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("{} does not answer, which the client finds out as well", broker, e);
            return false;
        }
    }
}
