package org.zhengyou.bench.axon4;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import org.zhengyou.bench.subject.Worker;

/** The process of the peers. */
public final class PeerWorker {
    private static final int CONNECTIONS = 64;

    private PeerWorker() {}

    /** One argument: the address of MongoDB and, if it is there, that of PostgreSQL. */
    public static void main(String[] arguments) throws IOException {
        List<String> addresses = List.of(arguments[0].split(" ", -1));
        try (MongoClient client = MongoClients.create(addresses.getFirst())) {
            if (addresses.size() == 1) serve(new PeerTasks(Peers.mongo(client), null));
            else
                try (HikariDataSource pool = pool(addresses.get(1))) {
                    serve(new PeerTasks(Peers.mongo(client), Peers.jdbc(pool)));
                }
        }
    }

    private static void serve(PeerTasks tasks) throws IOException {
        new Worker(tasks.byName()).serve();
    }

    private static HikariDataSource pool(String address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }
}
