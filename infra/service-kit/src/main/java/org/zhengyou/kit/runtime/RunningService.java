package org.zhengyou.kit.runtime;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.attestation.LateActs;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.PersonalKeys;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.axon.LogStorageEngine;
import org.zhengyou.log.axon.LogTokenStore;
import tools.jackson.databind.json.JsonMapper;

/** The one implementation of a running service: opens its stores, makes its parts, starts them. */
public final class RunningService implements ServiceRuntime, AutoCloseable {
    /** How long another process waits before it takes over the work of one that was killed. */
    public static final Duration LEASE = Duration.ofSeconds(5);

    private final Service service;
    private final Settings settings;
    private final MeterRegistry meters;
    private final Stores stores;
    private final Closing closing;
    private final JsonMapper shownJson = Json.shown();
    private List<Part> parts = List.of();
    private @Nullable AxonConfiguration axon;
    private @Nullable Commands commands;
    private @Nullable Knowledge knowledge;

    private RunningService(
            Service service,
            Settings settings,
            MeterRegistry meters,
            Stores stores,
            Closing closing) {
        this.service = service;
        this.settings = settings;
        this.meters = meters;
        this.stores = stores;
        this.closing = closing;
    }

    /**
     * Opens the stores of a service, makes its parts and starts everything. Closes what it opened
     * if it fails.
     *
     * @param client connection to MongoDB; stays the caller's to close
     * @param factories of the parts, in the order in which they are to be started; exactly one part
     *     must be the service's {@link Knowledge}
     */
    public static RunningService start(
            Service service,
            Settings settings,
            MongoClient client,
            MeterRegistry meters,
            List<PartFactory> factories) {
        return start(service, settings, client, meters, factories, Clock.systemUTC());
    }

    /**
     * As {@link #start(Service, Settings, MongoClient, MeterRegistry, List)}.
     *
     * @param clock gives the time at which things are recorded, and what is due by then
     */
    public static RunningService start(
            Service service,
            Settings settings,
            MongoClient client,
            MeterRegistry meters,
            List<PartFactory> factories,
            Clock clock) {
        Closing closing = new Closing();
        try {
            Stores stores = Stores.open(service, settings, client, meters, clock, closing);
            var runtime = new RunningService(service, settings, meters, stores, closing);
            runtime.assemble(factories);
            return runtime;
        } catch (RuntimeException | Error e) {
            closing.close();
            throw e;
        }
    }

    private void assemble(List<PartFactory> factories) {
        CommandMeters commandMeters = new CommandMeters(meters, service.name());
        List<DecidingHandler<?, ?, ?>> handlers = handlers(commandMeters);
        EventSourcingConfigurer configurer =
                AxonWiring.configurer(engine(), tokens(), handlers, names());
        parts = factories.stream().map(factory -> factory.create(this)).toList();
        parts.forEach(part -> part.configure(configurer));
        knowledge = knowledgeOf(parts);
        AxonConfiguration built = configurer.build();
        axon = built;
        commands =
                new CommandPath(
                        built.getComponent(CommandBus.class),
                        byCommand(handlers),
                        commandMeters,
                        log().clock(),
                        settings.requestLimit().dividedBy(2));
        closing.add(built::shutdown);
        built.start();
        for (Part part : parts) {
            closing.add(part::stop);
            part.start();
        }
    }

    private List<DecidingHandler<?, ?, ?>> handlers(CommandMeters commandMeters) {
        Sourcing sourcing = new Sourcing(stores.seen());
        CommandText text = new CommandText(stores.keys());
        Deciding deciding =
                new Deciding(
                        service.name(),
                        names(),
                        new Boundary(names(), value -> stores.aliases().of(value)),
                        sourcing,
                        new RequestKeys(sourcing, stores.digest(), text),
                        text,
                        stores::aliases,
                        new StateCache(settings.cachedStates()),
                        commandMeters,
                        this::knowledge,
                        service.views().stream().anyMatch(LateActs.class::isInstance));
        List<DecidingHandler<?, ?, ?>> handlers = new ArrayList<>();
        for (Decider<?, ?, ?> decider : service.deciders())
            handlers.add(new DecidingHandler<>(decider, deciding));
        return handlers;
    }

    private Map<Class<?>, DecidingHandler<?, ?, ?>> byCommand(
            List<DecidingHandler<?, ?, ?>> handlers) {
        Map<Class<?>, DecidingHandler<?, ?, ?>> by = new HashMap<>();
        for (Class<?> command : names().commands().values())
            for (DecidingHandler<?, ?, ?> handler : handlers)
                if (handler.decider().commands().isAssignableFrom(command))
                    by.put(command, handler);
        return by;
    }

    private static Knowledge knowledgeOf(List<Part> parts) {
        List<Knowledge> found =
                parts.stream()
                        .filter(Knowledge.class::isInstance)
                        .map(Knowledge.class::cast)
                        .toList();
        if (found.size() != 1)
            throw new IllegalStateException("one part must be the knowledge, not " + found.size());
        return found.getFirst();
    }

    /** Stops the parts, last first, then Axon, then the logs. */
    @Override
    public void close() {
        closing.close();
    }

    @Override
    public Service service() {
        return service;
    }

    @Override
    public EventNames names() {
        return stores.names();
    }

    @Override
    public EventCodec codec() {
        return stores.codec();
    }

    @Override
    public MongoDatabase database() {
        return stores.database();
    }

    @Override
    public EventLog log() {
        return stores.log();
    }

    @Override
    public EventLog inbox() {
        return stores.inbox();
    }

    @Override
    public LogStorageEngine engine() {
        return stores.engine();
    }

    @Override
    public LogStorageEngine inboxEngine() {
        return stores.inboxEngine();
    }

    @Override
    public LogTokenStore tokens() {
        return stores.tokens();
    }

    @Override
    public JsonMapper storeJson() {
        return stores.json();
    }

    @Override
    public JsonMapper shownJson() {
        return shownJson;
    }

    @Override
    public Optional<PersonalKeys> personalKeys() {
        return stores.keys();
    }

    @Override
    public AxonConfiguration axon() {
        return made(axon);
    }

    @Override
    public Commands commands() {
        return made(commands);
    }

    @Override
    public Knowledge knowledge() {
        return made(knowledge);
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public MeterRegistry meters() {
        return meters;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) throw new IllegalStateException("there only once all parts are made");
        return part;
    }
}
