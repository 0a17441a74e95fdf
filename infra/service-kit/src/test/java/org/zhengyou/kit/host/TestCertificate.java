package org.zhengyou.kit.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that signed itself, of {@code localhost} and 127.0.0.1, and its key: made anew each
 * time, so that none lies in the tree.
 *
 * @param store both, as PKCS#12 under {@link #PASSWORD}
 * @param certificate alone, as PEM
 * @param key alone, as PEM
 */
public record TestCertificate(Path store, Path certificate, Path key) {
    /** Of the store. */
    public static final String PASSWORD = "of-the-key-store";

    private static final String ALIAS = "tls";

    /** Makes one in this folder, under this name. */
    public static TestCertificate make(Path folder, String name) {
        Path store = folder.resolve(name + ".p12");
        Path certificate = folder.resolve(name + ".pem");
        Path key = folder.resolve(name + ".key");
        try {
            keytool(
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    store.toString());
            KeyStore made = load(store);
            Certificate own = made.getCertificate(ALIAS);
            Key secret = made.getKey(ALIAS, PASSWORD.toCharArray());
            Files.writeString(certificate, pem("CERTIFICATE", own.getEncoded()));
            Files.writeString(key, pem("PRIVATE KEY", secret.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new TestCertificate(store, certificate, key);
    }

    private static void keytool(String... words) throws IOException {
        String[] line = new String[words.length + 1];
        line[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(words, 0, line, 1, words.length);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        try {
            if (process.waitFor() != 0) throw new IllegalStateException(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            loaded.load(bytes, PASSWORD.toCharArray());
        }
        return loaded;
    }

    private static String pem(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    /** Of a server that has this certificate, and of a client that trusts it and nothing else. */
    public SSLContext context() {
        try {
            KeyStore both = load(store);
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(both, PASSWORD.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, both.getCertificate(ALIAS));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
