package org.zhengyou.kit.runtime;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.CONCURRENT_CHANGE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.FutureUtils;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.Undisclosed;
import org.zhengyou.kit.runtime.Preview.Happening;
import org.zhengyou.kit.validation.InvalidCommandException;
import org.zhengyou.kit.validation.Validity;
import org.zhengyou.kit.validation.Violation;

/**
 * Sends commands through Axon's bus: commands about one entity one by one in this process, and once
 * more when another process or another entity was faster within the same boundary.
 */
final class CommandPath implements Commands {
    private static final int ATTEMPTS = 40;
    private static final int FEW_ATTEMPTS = 3;
    private static final long FIRST_PAUSE_NANOS = 500_000;
    private static final long LONGEST_PAUSE_NANOS = 50_000_000;

    private final CommandBus bus;
    private final Map<Class<?>, DecidingHandler<?, ?, ?>> handlers;
    private final CommandMeters meters;
    private final Clock clock;
    private final long limitNanos;
    private final KeyLocks locks = new KeyLocks();

    /**
     * A command path.
     *
     * @param limit after which a command that was not appended yet is given up
     */
    CommandPath(
            CommandBus bus,
            Map<Class<?>, DecidingHandler<?, ?, ?>> handlers,
            CommandMeters meters,
            Clock clock,
            Duration limit) {
        this.bus = bus;
        this.handlers = Map.copyOf(handlers);
        this.meters = meters;
        this.clock = clock;
        this.limitNanos = limit.toNanos();
    }

    @Override
    public CommandResult send(CommandEnvelope envelope) {
        Task task = task(envelope, false);
        long start = System.nanoTime();
        try {
            CommandResult result = locked(task, start);
            meters.done(envelope.command().getClass(), start);
            return result;
        } catch (Refusal refusal) {
            meters.refused(refusal.code(), envelope.command().getClass(), start);
            throw refusal;
        }
    }

    @Override
    public Preview preview(CommandEnvelope envelope) {
        Undisclosed hidden = envelope.command().getClass().getAnnotation(Undisclosed.class);
        if (hidden != null && hidden.outcome()) throw notBeforehand();
        Task task = task(envelope.withoutKey(), true);
        dispatch(task);
        List<String> types = task.result().types();
        List<Happening> events = new ArrayList<>();
        for (Object event : task.events())
            events.add(new Happening(types.get(events.size()), hidden != null ? null : event));
        return new Preview(task.result().position(), events);
    }

    private static InvalidCommandException notBeforehand() {
        return new InvalidCommandException(
                Violation.of(
                        "preview",
                        "there is none of this command: each attempt counts"
                                + " | 此命令不可预演：每次尝试均计入"));
    }

    private Task task(CommandEnvelope envelope, boolean dry) {
        if (!handlers.containsKey(envelope.command().getClass()))
            throw new IllegalArgumentException(
                    "not a command of this service: " + envelope.command().getClass());
        Validity.check(envelope.command());
        Instant now = clock.instant();
        return new Task(envelope, at(envelope, now), now, dry);
    }

    private static Instant at(CommandEnvelope envelope, Instant now) {
        Instant at = envelope.effectiveAt();
        return EffectiveTime.checked(envelope.command().getClass(), at == null ? now : at, now);
    }

    private CommandResult locked(Task task, long start) {
        KeyLocks.Held lock = locks.take(lockKey(task.command()), limitNanos);
        try (lock) {
            return attempt(task, start);
        }
    }

    private CommandResult attempt(Task task, long start) {
        for (int attempt = 1; ; attempt++) {
            try {
                dispatch(task);
                return task.result();
            } catch (AppendEventsTransactionRejectedException conflict) {
                meters.conflict();
                pause(attempt, start);
            }
        }
    }

    private void dispatch(Task task) {
        FutureUtils.joinAndUnwrap(
                bus.dispatch(
                        new GenericCommandMessage(type(task.command().getClass()), task), null));
    }

    private void pause(int attempt, long start) {
        boolean late = attempt >= FEW_ATTEMPTS && System.nanoTime() - start > limitNanos;
        if (attempt >= ATTEMPTS || late)
            throw refuse(
                    CONCURRENT_CHANGE,
                    "P-ONE-BY-ONE",
                    "others changed the same thing again and again; look again and repeat");
        long longest = Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(attempt, 20));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }

    private String lockKey(Object command) {
        DecidingHandler<?, ?, ?> handler = handlers.get(command.getClass());
        if (handler == null) throw new IllegalStateException("checked before");
        return handler.lockKey(command);
    }

    static MessageType type(Class<?> command) {
        return new MessageType(command.getSimpleName(), "1");
    }
}
