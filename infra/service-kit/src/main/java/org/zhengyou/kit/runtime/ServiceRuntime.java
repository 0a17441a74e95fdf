package org.zhengyou.kit.runtime;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.configuration.AxonConfiguration;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.personal.PersonalKeys;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.axon.LogStorageEngine;
import org.zhengyou.log.axon.LogTokenStore;
import tools.jackson.databind.json.JsonMapper;

/**
 * One running service: its two logs, its Axon configuration, its command path and its parts. There
 * may be several in one process; they share nothing but the connection to MongoDB.
 */
public interface ServiceRuntime {
    /** The service's page. */
    Service service();

    /** Its stable names. */
    EventNames names();

    /** Between stored text and records. */
    EventCodec codec();

    /** Its database, named like the service. */
    MongoDatabase database();

    /** Its own events: the truth. */
    EventLog log();

    /** Facts of other services in the order in which this one learned them. */
    EventLog inbox();

    /** Its own events for Axon. */
    LogStorageEngine engine();

    /** The inbox for Axon. */
    LogStorageEngine inboxEngine();

    /** How far each processor got. */
    LogTokenStore tokens();

    /** The mapper of stored things: personal values sealed. */
    JsonMapper storeJson();

    /** The mapper of answers to people: personal values in clear where they can be opened. */
    JsonMapper shownJson();

    /** The keys of personal values, if this service holds them. */
    Optional<PersonalKeys> personalKeys();

    /** Its Axon configuration; there once all parts are made. */
    AxonConfiguration axon();

    /** Its command path; there once all parts are made. */
    Commands commands();

    /** What it knows now; there once all parts are made. */
    Knowledge knowledge();

    /** All parts, in the order in which they are started. */
    List<Part> parts();

    /** Where measurements go; each meter carries the tag {@code service}. */
    MeterRegistry meters();

    /** What was said from outside. */
    Settings settings();
}
