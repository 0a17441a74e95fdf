package org.zhengyou.log.axon;

import com.mongodb.client.MongoCollection;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.common.configuration.ModuleBuilder;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventHandlingComponent;
import org.axonframework.messaging.eventhandling.configuration.EventProcessorModule;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorModule;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.axon.Members.Enrol;
import org.zhengyou.log.axon.Members.Enrolled;

/** A process with Axon on a log: one command, one processor that notes what it is given. */
final class Node implements AutoCloseable {
    static final String PROCESSOR = "notes";

    /** What the processor was given: the message, and the token in the context. */
    record Note(EventMessage message, @Nullable TrackingToken token) {
        long position() {
            return Long.parseLong(message.metadata().getOrDefault("position", "0"));
        }
    }

    /** One for both, so that the worker starts when everything that is there has been scheduled. */
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private final EventLog log;
    private final LogTokenStore tokens;
    private final AxonConfiguration axon;
    private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>();

    Node(MongoCollection<Document> events, MongoCollection<Document> tokens, String name) {
        this.log = EventLog.open(events, LogOptions.defaults().polling(Duration.ofMillis(5)));
        this.tokens = new LogTokenStore(tokens, name, Duration.ofSeconds(10), Clock.systemUTC());
        this.axon = configurer().start();
    }

    private EventSourcingConfigurer configurer() {
        EventSourcingConfigurer configurer = EventSourcingConfigurer.create();
        configurer.componentRegistry(
                registry -> registry.registerComponent(Converter.class, c -> new Identity()));
        configurer.componentRegistry(
                registry -> registry.registerComponent(TokenStore.class, c -> tokens));
        configurer.messaging(
                m -> m.registerMessageTypeResolver(c -> type -> Optional.of(Members.type(type))));
        configurer.registerTagResolver(c -> Members::tags);
        configurer.registerEventStorageEngine(c -> new LogStorageEngine(log, new Members.Codec()));
        configurer.registerCommandHandlingModule(enrolment());
        configurer.messaging(
                m ->
                        m.eventProcessing(
                                processing ->
                                        processing.pooledStreaming(
                                                pooled -> pooled.processor(processor()))));
        return configurer;
    }

    private static CommandHandlingModule.CommandHandlerPhase enrolment() {
        return CommandHandlingModule.named("enrolment")
                .commandHandlers()
                .commandHandler(
                        Members.type(Enrol.class).qualifiedName(),
                        c ->
                                (message, context) ->
                                        enrol(
                                                c.getComponent(EventStore.class),
                                                message.payload(),
                                                context));
    }

    private static MessageStream.Single<CommandResultMessage> enrol(
            EventStore store, @Nullable Object payload, ProcessingContext context) {
        if (!(payload instanceof Enrol enrol)) {
            throw new IllegalArgumentException("not a command of this test: " + payload);
        }
        SourcingCondition claims =
                SourcingCondition.conditionFor(EventCriteria.havingTags("number", enrol.number()));
        return MessageStream.fromFuture(
                store.transaction(context)
                        .source(claims)
                        .reduce(0, (count, entry) -> count + 1)
                        .thenApply(
                                count -> {
                                    if (count == 0) {
                                        EventAppender.forContext(context)
                                                .append(
                                                        new Enrolled(
                                                                enrol.member(), enrol.number()));
                                    }
                                    return new GenericCommandResultMessage(
                                            new MessageType("sample.Done", "1"), count);
                                }));
    }

    private ModuleBuilder<PooledStreamingEventProcessorModule> processor() {
        return EventProcessorModule.pooledStreaming(PROCESSOR)
                .eventHandlingComponents(c -> c.declarative(x -> notes()))
                .customized(
                        (c, p) ->
                                p.batchSize(64)
                                        .initialSegmentCount(1)
                                        .coordinatorExecutor(thread)
                                        .workerExecutor(thread));
    }

    private SimpleEventHandlingComponent notes() {
        var component = new SimpleEventHandlingComponent((message, context) -> Optional.of("all"));
        component.subscribe(
                Members.type(Enrolled.class).qualifiedName(),
                (message, context) -> {
                    notes.add(new Note(message, TrackingToken.fromContext(context).orElse(null)));
                    return MessageStream.empty();
                });
        return component;
    }

    CommandGateway commands() {
        return axon.getComponent(CommandGateway.class);
    }

    EventStore store() {
        return axon.getComponent(EventStore.class);
    }

    EventLog log() {
        return log;
    }

    LogTokenStore tokens() {
        return tokens;
    }

    PooledStreamingEventProcessor processorItself() {
        return axon.getModuleConfiguration(PROCESSOR)
                .orElseThrow()
                .getComponent(PooledStreamingEventProcessor.class, PROCESSOR);
    }

    /** The next so many notes. */
    List<Note> notes(int count) throws InterruptedException {
        List<Note> taken = new ArrayList<>();
        while (taken.size() < count) {
            Note note = notes.poll(30, TimeUnit.SECONDS);
            if (note == null) {
                throw new AssertionError("only " + taken.size() + " of " + count + " events came");
            }
            taken.add(note);
        }
        return taken;
    }

    @Override
    public void close() {
        axon.shutdown();
        thread.shutdown();
        log.close();
    }

    /** Payloads are never converted here; Axon's own converter needs a Jackson we do not have. */
    private static final class Identity implements Converter {
        @Override
        public boolean canConvert(Type source, Type target) {
            return true;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon asks for it
        public <T> @Nullable T convert(@Nullable Object input, Type target) {
            return (T) input;
        }

        @Override
        public void describeTo(ComponentDescriptor descriptor) {
            descriptor.describeProperty("converts", "nothing");
        }
    }
}
