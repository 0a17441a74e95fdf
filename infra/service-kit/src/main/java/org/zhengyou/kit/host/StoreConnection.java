package org.zhengyou.kit.host;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.zhengyou.kit.runtime.Settings;

/** The connection of this process to MongoDB, and what is said when there is none. */
final class StoreConnection {
    private static final int CONNECTIONS = 64;
    private static final int CONNECT_SECONDS = 5;
    private static final int READ_SECONDS = 30;

    /** The driver tells why TLS failed within the text of a time-out only. */
    private static final Pattern TLS_FAILURE = Pattern.compile("javax\\.net\\.ssl\\.\\w+: ([^}]+)");

    private StoreConnection() {}

    /**
     * The one that these settings describe; whether the store answers is seen later.
     *
     * @throws IllegalStateException in Chinese and English, if they describe none
     */
    static MongoClient open(Settings settings) {
        ConnectionString address = address(settings.mongodbUri());
        MongoClientSettings.Builder client =
                MongoClientSettings.builder()
                        .applicationName("zhengyou")
                        .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS))
                        .applyToClusterSettings(
                                cluster ->
                                        cluster.serverSelectionTimeout(
                                                CONNECT_SECONDS, TimeUnit.SECONDS))
                        .applyToSocketSettings(
                                socket ->
                                        socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                                                .readTimeout(READ_SECONDS, TimeUnit.SECONDS))
                        .applyConnectionString(address);
        Path authorities = settings.mongodbCaFile();
        if (authorities != null) {
            if (!Boolean.TRUE.equals(address.getSslEnabled()))
                throw new IllegalStateException(
                        "已设 ZHENGYOU_MONGODB_CA_FILE，但 ZHENGYOU_MONGODB_URI 中没有 tls=true / ZHENGYOU_MONGODB_CA_FILE is set, but ZHENGYOU_MONGODB_URI does not say tls=true");
            SSLContext trusting = trusting(authorities);
            client.applyToSslSettings(tls -> tls.context(trusting));
        }
        return MongoClients.create(client.build());
    }

    /** What the driver says of an address that is none may quote a part of its password. */
    private static ConnectionString address(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "ZHENGYOU_MONGODB_URI 不是有效的 MongoDB 地址，用户名和密码中的特殊字符须作百分号编码 / ZHENGYOU_MONGODB_URI is no address of MongoDB; special characters of user and password are percent-encoded");
        }
    }

    /** Trusts the certificates of this file and no others. */
    private static SSLContext trusting(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (authorities.isEmpty()) throw new CertificateException("no certificate in it");
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate one : authorities)
                trusted.setCertificateEntry("authority" + trusted.size(), one);
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "ZHENGYOU_MONGODB_CA_FILE：%1$s 无法读取或不是 PEM 证书 / ZHENGYOU_MONGODB_CA_FILE: %1$s cannot be read or holds no certificates as PEM"
                            .formatted(file),
                    e);
        }
    }

    /** What whoever started is told when the store failed them; no secret is in it. */
    static String words(MongoException failure) {
        if (failure instanceof MongoSecurityException)
            return "MongoDB 不接受 ZHENGYOU_MONGODB_URI 中的用户名或密码 / MongoDB does not take the user or the password in ZHENGYOU_MONGODB_URI";
        Matcher tls = TLS_FAILURE.matcher(String.valueOf(failure.getMessage()));
        if (tls.find())
            return "与 MongoDB 的 TLS 连接未建立（%1$s），请检查 ZHENGYOU_MONGODB_CA_FILE / there is no TLS with MongoDB (%1$s): check ZHENGYOU_MONGODB_CA_FILE"
                    .formatted(tls.group(1));
        return "MongoDB 没有应答（%1$s），请检查 ZHENGYOU_MONGODB_URI；服务器要求 TLS 时须有 tls=true / MongoDB does not answer (%1$s): check ZHENGYOU_MONGODB_URI, which says tls=true where the server wants TLS"
                .formatted(failure.getClass().getSimpleName());
    }
}
