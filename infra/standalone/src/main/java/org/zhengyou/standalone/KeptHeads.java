package org.zhengyou.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.zhengyou.embedded.PrivateFiles;
import org.zhengyou.kit.signing.KeyFolder;
import org.zhengyou.kit.signing.SignedNote;
import org.zhengyou.kit.signing.SigningKey;
import org.zhengyou.log.ChainHead;
import org.zhengyou.log.CorruptLogException;
import org.zhengyou.log.StoredHeads;

/**
 * 链头存档. Where the logs of a platform ended, in a file outside the store, signed with a key outside
 * the store: who cuts a log off, empties, replaces or rewrites it finds this to say otherwise.
 */
final class KeptHeads {
    private static final String KEY = "heads";
    private static final String SIGNER = "zhengyou.heads";

    private final Path file;
    private final SigningKey key;
    private HeadsNote last;

    private KeptHeads(Path file, SigningKey key, HeadsNote last) {
        this.file = file;
        this.key = key;
        this.last = last;
    }

    /**
     * Those of a platform that is about to start. On a new one they begin.
     *
     * @throws IllegalStateException in Chinese and English, if they are missing though there was
     *     something, or not signed with the platform's key
     */
    static KeptHeads open(Path file, KeyFolder keys, MongoClient store) {
        if (Files.exists(file)) {
            return new KeptHeads(file, keys.own(KEY, false), read(file, keys));
        }
        if (keys.has(KEY) || !isEmpty(store))
            throw new IllegalStateException(
                    "链头存档 %1$s 缺失，而此处曾有数据：请从备份恢复，或用 --heads 指出它现在的位置；若已丢失，用 --republish 启动，以现有日志为准 / the kept heads %1$s are missing, though there was something here: restore the file from a copy, or say with --heads where it is now; if it is lost, start with --republish, and the logs count as they are"
                            .formatted(file));
        return begun(file, keys, List.of());
    }

    private static boolean isEmpty(MongoClient store) {
        return Platform.allLogs().stream()
                .allMatch(log -> VerifiedLog.events(documents(store, log)) == 0);
    }

    /**
     * Lets the heads of the store as it is now count; what was kept before is put aside, beside it.
     */
    static void beginAnew(Path file, KeyFolder keys, MongoClient store) throws IOException {
        if (Files.exists(file)) {
            String now =
                    DateTimeFormatter.ISO_INSTANT
                            .format(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                            .replace(":", "");
            Files.move(file, file.resolveSibling(file.getFileName() + "." + now));
        }
        begun(file, keys, stored(store));
    }

    private static KeptHeads begun(Path file, KeyFolder keys, List<HeadsNote.Kept> heads) {
        KeptHeads kept = new KeptHeads(file, keys.own(KEY, true), HeadsNote.empty(Instant.EPOCH));
        kept.keep(heads);
        return kept;
    }

    /**
     * Reads a file of them.
     *
     * @throws IllegalStateException in Chinese and English, if it was not signed by its platform
     */
    static HeadsNote read(Path file, KeyFolder keys) {
        try {
            return HeadsNote.of(SignedNote.open(SIGNER, Files.readString(file), keys.of(KEY)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "链头存档 %1$s 不可读，或不是本平台所签：请从备份恢复；若已丢失，用 --republish 启动，以现有日志为准 / the kept heads %1$s are not readable, or not signed by this platform: restore the file from a copy; if it is lost, start with --republish, and the logs count as they are"
                            .formatted(file),
                    e);
        }
    }

    /** The heads of all logs in a store that are not empty, as their last documents say. */
    private static List<HeadsNote.Kept> stored(MongoClient store) {
        List<HeadsNote.Kept> heads = new ArrayList<>();
        for (String log : Platform.allLogs()) {
            MongoCollection<Document> documents = documents(store, log);
            Optional<String> identity = StoredHeads.identity(documents);
            if (identity.isEmpty()) continue;
            ChainHead head = StoredHeads.at(documents, Long.MAX_VALUE);
            heads.add(new HeadsNote.Kept(new KnownHead(log, head), identity.get()));
        }
        return heads;
    }

    /** The documents of a log, named as {@code members/inbox}. */
    static MongoCollection<Document> documents(MongoClient store, String log) {
        int slash = log.indexOf('/');
        return store.getDatabase(log.substring(0, slash)).getCollection(log.substring(slash + 1));
    }

    /** What of these logs is not in the store any more, by log. */
    Map<String, String> lost(MongoClient store) {
        Map<String, String> lost = new TreeMap<>();
        for (HeadsNote.Kept kept : last.heads().values()) {
            String fault = fault(documents(store, kept.log()), kept);
            if (!fault.isEmpty()) lost.put(kept.log(), fault);
        }
        return lost;
    }

    private static String fault(MongoCollection<Document> log, HeadsNote.Kept kept) {
        ChainHead known = kept.head();
        try {
            ChainHead there = StoredHeads.at(log, known.position());
            if (there.position() < known.position())
                return there.position() + " < " + known.position();
            if (there.equals(known)) return "";
            boolean isSame = StoredHeads.identity(log).equals(Optional.of(kept.identity()));
            return (isSame ? "改写 rewritten ≤ " : "另一份日志 another log ≤ ") + known.position();
        } catch (CorruptLogException e) {
            return "不可读 unreadable ≤ " + known.position();
        }
    }

    /** Writes these down, unless nothing has changed; no earlier head takes a later one's place. */
    synchronized void keep(Collection<HeadsNote.Kept> news) {
        HeadsNote next = last.with(Instant.now().truncatedTo(ChronoUnit.SECONDS), news);
        if (next.heads().equals(last.heads()) && Files.exists(file)) return;
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        PrivateFiles.write(file, SignedNote.sign(SIGNER, next.text(), key));
        last = next;
    }
}
