package org.zhengyou.bench.axon4;

import com.mongodb.client.MongoClient;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.zhengyou.bench.subject.Sample;

/** Storage engines of Axon 4 as their documentation sets them up, with JSON as the format. */
final class Peers {
    private static final Serializer JSON = JacksonSerializer.defaultSerializer();

    private Peers() {}

    /** On MongoDB, a document per event. */
    static MongoEventStorageEngine mongo(MongoClient client) {
        return MongoEventStorageEngine.builder()
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .mongoTemplate(
                        DefaultMongoTemplate.builder().mongoDatabase(client, "axon4").build())
                .storageStrategy(new DocumentPerEventStorageStrategy())
                .build();
    }

    /** On PostgreSQL, a transaction per append, a connection per writer. */
    static JdbcEventStorageEngine jdbc(HikariDataSource pool) {
        JdbcEventStorageEngine engine =
                JdbcEventStorageEngine.builder()
                        .eventSerializer(JSON)
                        .snapshotSerializer(JSON)
                        .schema(EventSchema.builder().build())
                        .connectionProvider(pool::getConnection)
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }

    /** Event number n. */
    static DomainEventMessage<Said> event(String entity, long sequence, long n, Instant at) {
        return new GenericDomainEventMessage<>(
                "Entity",
                entity,
                sequence,
                new GenericEventMessage<>(
                        UUID.randomUUID().toString(),
                        new Said(Sample.text(n)),
                        MetaData.from(Sample.metadata(n)),
                        at),
                () -> at);
    }

    /** Event number n, now. */
    static DomainEventMessage<Said> event(String entity, long sequence, long n) {
        return event(entity, sequence, n, Clock.systemUTC().instant());
    }
}
