package org.zhengyou.kit.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * 签名密钥. A folder outside the store with the keys of logs, as PEM files: {@code NAME.key} of who
 * signs, {@code NAME.pub} for who verifies, which may hold several, the keys of before among them.
 */
public record KeyFolder(Path folder) {

    /**
     * The key with which this one signs. Its public key is written beside it if none is there and
     * the folder can be written.
     *
     * @param isNew whether nothing was ever signed, or nothing of that counts any longer: then, and
     *     only then, a missing key is made
     * @throws IllegalStateException in Chinese and English, if it is missing, or no key, or the
     *     public key beside it is that of another
     */
    public SigningKey own(String name, boolean isNew) {
        Path file = folder.resolve(name + ".key");
        try {
            if (!has(name)) {
                if (!isNew) throw missing(file);
                Files.deleteIfExists(published(name));
                KeyFiles.make(file, SigningKey.random().pem());
            }
            SigningKey key = read(file, SigningKey::read);
            if (!Files.exists(published(name)) && Files.isWritable(folder))
                KeyFiles.make(published(name), key.verifying().pem());
            requirePair(name, file, key);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " cannot be made", e);
        }
    }

    private void requirePair(String name, Path file, SigningKey key) {
        if (Files.exists(published(name)) && !of(name).contains(key.verifying()))
            throw new IllegalStateException(
                    "%1$s 与 %2$s 不是一对，请从备份恢复 / %1$s and %2$s do not belong together: restore them from a copy"
                            .formatted(file, published(name)));
    }

    /** Whether this one has a key here. */
    public boolean has(String name) {
        return Files.exists(folder.resolve(name + ".key"));
    }

    private static IllegalStateException missing(Path file) {
        return new IllegalStateException(
                "签名密钥 %1$s 缺失，而日志中已有事件：请从备份恢复；若已丢失，用 --republish 启动会另造一把（集群见 docs/deploying.md） / the signing key %1$s is missing, though its log has events: restore it from a copy; if it is lost, start with --republish, which makes another (on a cluster: docs/deploying.md)"
                        .formatted(file));
    }

    /**
     * The keys by which signatures of this one are known.
     *
     * @throws IllegalStateException in Chinese and English, if there is none
     */
    public List<VerifyingKey> of(String name) {
        Path file = published(name);
        if (!Files.exists(file))
            throw new IllegalStateException(
                    "公钥 %1$s 缺失，请从 %2$s 处取来 / the public key %1$s is missing: get it from whoever runs %2$s"
                            .formatted(file, name));
        return read(file, text -> Pem.PUBLIC.read(text).stream().map(VerifyingKey::new).toList());
    }

    private Path published(String name) {
        return folder.resolve(name + ".pub");
    }

    private interface Form<T> {
        T of(String text);
    }

    private static <T> T read(Path file, Form<T> form) {
        try {
            return form.of(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "%1$s 不是可读的 Ed25519 密钥（PEM），请从备份恢复 / %1$s is no readable Ed25519 key (PEM): restore it from a copy"
                            .formatted(file),
                    e);
        }
    }
}
