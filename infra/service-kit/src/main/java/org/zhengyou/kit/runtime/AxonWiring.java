package org.zhengyou.kit.runtime;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.ConversionException;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.log.axon.LogStorageEngine;

/** One service as Axon sees it: a command handling module per decider on the service's log. */
final class AxonWiring {
    private static final MessageType DONE = new MessageType("zhengyou.Done", "1");

    private AxonWiring() {}

    static EventSourcingConfigurer configurer(
            LogStorageEngine engine,
            TokenStore tokens,
            List<DecidingHandler<?, ?, ?>> handlers,
            EventNames names) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        EventSourcingConfigurer axon = EventSourcingConfigurer.create();
        axon.componentRegistry(
                registry ->
                        registry.registerComponent(Converter.class, c -> new NoConversion())
                                .registerComponent(TokenStore.class, c -> tokens)
                                // The kit writes all metadata by itself: no interceptor needed.
                                .registerComponent(
                                        CorrelationDataProviderRegistry.class,
                                        c -> new DefaultCorrelationDataProviderRegistry()));
        axon.registerEventStorageEngine(c -> engine);
        axon.registerTagResolver(c -> event -> tags(handlers, event.payload()));
        handlers.forEach(handler -> register(axon, handler, names));
        return axon;
    }

    private static Set<Tag> tags(List<DecidingHandler<?, ?, ?>> handlers, @Nullable Object event) {
        for (DecidingHandler<?, ?, ?> handler : handlers)
            if (handler.decider().emits().isInstance(event)) return handler.tags(event);
        throw new IllegalArgumentException("no decider emits " + event);
    }

    private static <C, E, S> void register(
            EventSourcingConfigurer axon, DecidingHandler<C, E, S> handler, EventNames names) {
        Decider<C, E, S> decider = handler.decider();
        CommandHandlingModule.CommandHandlerPhase phase =
                CommandHandlingModule.named(decider.name()).commandHandlers();
        for (Class<?> command : names.commands().values()) {
            if (!decider.commands().isAssignableFrom(command)) continue;
            phase.commandHandler(
                    CommandPath.type(command).qualifiedName(),
                    configuration -> {
                        EventStore store = configuration.getComponent(EventStore.class);
                        return (message, context) -> {
                            handler.handle(task(message.payload()), store, context);
                            return MessageStream.just(
                                    new GenericCommandResultMessage(DONE, (Object) null));
                        };
                    });
        }
        axon.registerCommandHandlingModule(phase);
    }

    private static Task task(@Nullable Object payload) {
        if (payload instanceof Task task) return task;
        throw new IllegalArgumentException("commands are sent through Commands only");
    }

    /** Payloads are the records themselves; nothing in a service ever needs another form. */
    private static final class NoConversion implements Converter {
        @Override
        public boolean canConvert(Type from, Type to) {
            return from.equals(to);
        }

        @Override
        @SuppressWarnings({
            "unchecked",
            "TypeParameterUnusedInFormals"
        }) // T is what the target says, as everywhere in Axon
        public <T> @Nullable T convert(@Nullable Object input, Type target) {
            if (input == null) return null;
            if (target instanceof Class<?> type && type.isInstance(input)) return (T) input;
            throw new ConversionException(input.getClass() + " is not converted to " + target);
        }

        @Override
        public void describeTo(ComponentDescriptor descriptor) {
            descriptor.describeProperty("converts", "nothing");
        }
    }
}
