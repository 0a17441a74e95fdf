package org.zhengyou.kit.runtime;

import static java.time.temporal.ChronoUnit.MICROS;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.axon.LogEventMessage;
import org.zhengyou.log.axon.LogStorageEngine;

/**
 * Idempotency keys in the log: the digest of the key becomes a tag of the events, so that they are
 * found again by every process; the command that they record is compared, so that another one under
 * the same key is noticed.
 */
final class RequestKeys {
    private static final String TAG = "request";
    private static final int HASH_BYTES = 16;

    private final Sourcing sourcing;
    private final UnaryOperator<String> digest;
    private final CommandText text;

    /**
     * Digests keys with this function: a keyed one where clients may have put something personal
     * into them, for a plain hash of a number could be guessed.
     */
    RequestKeys(Sourcing sourcing, UnaryOperator<String> digest, CommandText text) {
        this.sourcing = sourcing;
        this.digest = digest;
        this.text = text;
    }

    /**
     * What the same person's command under the same key led to, if there was one.
     *
     * @throws KeyReusedException if it was another command
     * @throws org.zhengyou.kit.decide.Refusal if it was refused and left events
     */
    Optional<CommandResult> answered(Task task, EventStoreTransaction transaction) {
        String key = task.envelope().requestKey();
        if (key == null) return Optional.empty();
        List<StoredEvent> earlier =
                sourcing
                        .read(transaction, Set.of(tag(task, key)), EventCriteria::havingTags, 0)
                        .stream()
                        .map(LogEventMessage::stored)
                        .toList();
        if (earlier.isEmpty()) return Optional.empty();
        if (!isSame(task.envelope(), earlier)) throw new KeyReusedException();
        EventMetadata.refused(earlier.getFirst().metadata())
                .ifPresent(
                        refusal -> {
                            throw refusal;
                        });
        return Optional.of(
                new CommandResult(
                        earlier.getLast().position(),
                        earlier.stream().map(StoredEvent::type).toList(),
                        true));
    }

    /** A command that can no longer be opened is not held against anybody. */
    private boolean isSame(CommandEnvelope said, List<StoredEvent> earlier) {
        StoredEvent first = earlier.getFirst();
        Map<String, String> before = first.metadata();
        SourceDocument document = said.document();
        return said.command().getClass().getSimpleName().equals(before.get(EventMetadata.COMMAND))
                && isSame(said.effectiveAt(), first)
                && Objects.equals(said.onBehalfOf(), before.get(EventMetadata.ON_BEHALF_OF))
                && Objects.equals(
                        document == null ? null : document.digest(),
                        before.get(EventMetadata.DOCUMENT))
                && text.read(earlier).map(text.plain(said.command())::equals).orElse(true);
    }

    private static boolean isSame(@Nullable Instant effectiveAt, StoredEvent first) {
        boolean undated = first.metadata().containsKey(EventMetadata.UNDATED);
        return effectiveAt == null
                ? undated
                : !undated && effectiveAt.truncatedTo(MICROS).equals(first.effectiveAt());
    }

    /**
     * Adds what is needed to find the events of this command again under its key, if it has one.
     */
    void stamp(Task task, Map<String, String> metadata) {
        String key = task.envelope().requestKey();
        if (key == null) return;
        Tag tag = tag(task, key);
        metadata.put(LogStorageEngine.TAG_IN_METADATA, tag.key() + '=' + tag.value());
    }

    private Tag tag(Task task, String key) {
        return new Tag(TAG, digest.apply(task.actor().person() + '\n' + key));
    }

    /** 32 hexadecimal digits. */
    static String sha256(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
