package org.zhengyou.kit.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zhengyou.kit.json.Json;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.axon.LogEventMessage;
import org.zhengyou.log.axon.LogStorageEngine;
import tools.jackson.databind.json.JsonMapper;

/**
 * Idempotency keys in the log: the key becomes a tag of the events, so that it is found again by
 * every process, and the command's digest lies in their metadata, so that another command under the
 * same key is noticed.
 */
final class RequestKeys {
    private static final String TAG = "request";
    private static final String DIGEST = "requestDigest";
    private static final int HASH_BYTES = 16;

    private final JsonMapper canonical = Json.shown();
    private final Sourcing sourcing;
    private final UnaryOperator<String> digest;

    /**
     * Digests keys and commands with this function. Where commands carry personal values it must be
     * a keyed one, for a plain hash of a name or number could be guessed.
     */
    RequestKeys(Sourcing sourcing, UnaryOperator<String> digest) {
        this.sourcing = sourcing;
        this.digest = digest;
    }

    /**
     * What the same person's command under the same key led to, if there was one.
     *
     * @throws KeyReusedException if it was another command
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
        if (!digest(task).equals(earlier.getFirst().metadata().get(DIGEST)))
            throw new KeyReusedException();
        return Optional.of(
                new CommandResult(
                        earlier.getLast().position(),
                        earlier.stream().map(StoredEvent::type).toList(),
                        true));
    }

    /**
     * Adds what is needed to find the events of this command again under its key, if it has one.
     */
    void stamp(Task task, Map<String, String> metadata) {
        String key = task.envelope().requestKey();
        if (key == null) return;
        Tag tag = tag(task, key);
        metadata.put(LogStorageEngine.TAG_IN_METADATA, tag.key() + '=' + tag.value());
        metadata.put(DIGEST, digest(task));
    }

    private Tag tag(Task task, String key) {
        return new Tag(TAG, digest.apply(task.actor().person() + '\n' + key));
    }

    private String digest(Task task) {
        return digest.apply(
                task.command().getClass().getSimpleName()
                        + '\n'
                        + task.envelope().effectiveAt()
                        + '\n'
                        + canonical.writeValueAsString(task.command()));
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
