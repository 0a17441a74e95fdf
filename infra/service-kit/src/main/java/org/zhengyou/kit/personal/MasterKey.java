package org.zhengyou.kit.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.zhengyou.kit.signing.KeyFiles;

/**
 * 主密钥. The key under which keys are stored; it lies in a file outside the database. What is sealed
 * in the database cannot be opened without it.
 */
public final class MasterKey {
    /** The ciphers in use. */
    public static final Configuration CIPHERS = ciphers();

    private MasterKey() {}

    /**
     * The key in this file.
     *
     * @param file created with mode 600 if it does not exist and no key was ever stored under one
     * @param isUsed whether a key was
     * @throws GeneralSecurityException if the file is damaged
     * @throws IllegalStateException in Chinese and English, if it does not exist and was used:
     *     another one in its place would open nothing, and what that seals the first one would not
     */
    public static Aead open(Path file, boolean isUsed) throws GeneralSecurityException {
        if (isUsed && !Files.exists(file))
            throw new IllegalStateException(
                    "主密钥文件 %1$s 不见了，而已有个人信息用它封存：请从备份恢复，或用 ZHENGYOU_MASTER_KEY_FILE 指明其位置 / the master key %1$s is missing, and there are personal data sealed under it: restore it from a copy, or say with ZHENGYOU_MASTER_KEY_FILE where it is"
                            .formatted(file));
        return keyset(file).getPrimitive(CIPHERS, Aead.class);
    }

    /** What is said of a file that does not open what was sealed. */
    public static IllegalStateException damaged(Path file, GeneralSecurityException why) {
        return new IllegalStateException(
                "主密钥文件 %1$s 已损坏或不是原来的那一份，请从备份恢复 / %1$s is damaged or another master key than the one that personal data here were sealed under: restore it from a copy"
                        .formatted(file),
                why);
    }

    private static KeysetHandle keyset(Path file) throws GeneralSecurityException {
        try {
            if (!Files.exists(file)) create(file);
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), CIPHERS, InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new UncheckedIOException("the master key " + file + " cannot be read", e);
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CIPHERS);
        KeyFiles.make(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        made, CIPHERS, InsecureSecretKeyAccess.get()));
    }

    private static Configuration ciphers() {
        try {
            AeadConfig.register();
            PrfConfig.register();
            StreamingAeadConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no ciphers for what is sealed", e);
        }
    }
}
