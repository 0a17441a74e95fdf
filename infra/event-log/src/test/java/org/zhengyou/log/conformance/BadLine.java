package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.log.conformance.Samples.events;
import static org.zhengyou.log.conformance.Samples.noneTagged;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ServerMonitoringMode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.zhengyou.log.Condition;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.conformance.CuttingProxy.Cut;

/**
 * A client whose line to the server can break, with what must hold whenever it does.
 *
 * @param proxy breaks it
 * @param client speaks through it
 */
public record BadLine(CuttingProxy proxy, MongoClient client) implements AutoCloseable {

    /** A line to this server. */
    public static BadLine to(String uri) {
        ConnectionString server = new ConnectionString(uri);
        String[] address = server.getHosts().getFirst().split(":", 2);
        int port = address.length == 1 ? 27_017 : Integer.parseInt(address[1]);
        try {
            CuttingProxy proxy = new CuttingProxy(address[0], port);
            return new BadLine(proxy, client(server, proxy));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Looks for a lost server again after 10 ms, not only after half a second. */
    private static MongoClient client(ConnectionString server, CuttingProxy proxy) {
        ServerAddress entrance = new ServerAddress("127.0.0.1", proxy.port());
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(server)
                        .applyToClusterSettings(
                                cluster ->
                                        cluster.hosts(List.of(entrance))
                                                .mode(ClusterConnectionMode.SINGLE))
                        .applyToServerSettings(
                                monitor ->
                                        monitor.minHeartbeatFrequency(10, TimeUnit.MILLISECONDS)
                                                .serverMonitoringMode(ServerMonitoringMode.POLL))
                        .build());
    }

    /** What was sent when it broke is in the log once, where the caller was told, and goes on. */
    public void writtenOnceAndSaidSo(Party log, Cut cut, Supplier<List<StoredEvent>> stored)
            throws IOException {
        List<NewEvent> two = events(2, "copy=c1");
        proxy.cut(cut);
        assertThat(told(log, two, noneTagged("copy=c1", 0))).isEqualTo(2);
        assertThat(proxy.allCut()).isTrue();
        assertThat(stored.get()).as("when the caller is told").hasSize(2);
        proxy.deliver();
        List<NewEvent> one = events(1);
        assertThat(told(log, one, Condition.none())).isEqualTo(3);
        Checks.gapless(stored.get());
        assertThat(stored.get().stream().map(StoredEvent::id))
                .containsExactly(two.getFirst().id(), two.getLast().id(), one.getFirst().id());
    }

    private static long told(Party log, List<NewEvent> events, Condition condition) {
        try {
            return log.append(events, condition);
        } catch (RuntimeException e) {
            throw new AssertionError("the caller is told something else", e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        proxy.close();
    }
}
