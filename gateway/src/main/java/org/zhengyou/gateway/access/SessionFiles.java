package org.zhengyou.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.WebSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file for each session, sealed under a key derived from the client secret and called by a hash
 * of the session's id: who reads the folder learns neither, and a file that was changed, or is of
 * another secret, is dropped. Written when somebody signs in, when tokens are renewed, and now and
 * then that it was used; gone when the session ends.
 */
final class SessionFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFiles.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTEXT =
            WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME;
    private static final String WRITTEN = SessionFiles.class.getName();

    /** How much later than written a session may have been used. */
    private static final Duration COARSE = Duration.ofMinutes(1);

    private final @Nullable Path folder;
    private final Seal seal;
    private final ClientRegistration issuer;
    private final int most;

    /** A token and its time. */
    private record Token(String value, @Nullable Instant issued, @Nullable Instant ends) {}

    /** What is in a file. */
    private record Content(
            String id,
            String person,
            Token identity,
            Token access,
            @Nullable Token renewal,
            Instant created,
            Instant used) {
        private boolean saysLess(Content now) {
            return !access.equals(now.access())
                    || !identity.equals(now.identity())
                    || !id.equals(now.id())
                    || used.plus(COARSE).isBefore(now.used());
        }
    }

    /**
     * @param folder where; null for nowhere
     * @param secret of the gateway as a client of the issuer
     * @param most files that are read
     */
    SessionFiles(@Nullable Path folder, String secret, ClientRegistration issuer, int most) {
        this.folder = folder;
        this.seal = new Seal(secret, "session");
        this.issuer = issuer;
        this.most = most;
        if (folder != null) made(folder);
    }

    private static void made(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "会话目录无法建立或写入 / the folder of sessions cannot be made or written: " + folder, e);
        }
    }

    /** The sessions that were written and have not ended; the files of all others are deleted. */
    List<KeptSession> readInto(KeptSessions store, Duration idle) {
        List<KeptSession> found = new ArrayList<>();
        if (folder == null) return found;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                KeptSession session = found.size() < most ? read(file, store, idle) : null;
                if (session == null) Files.deleteIfExists(file);
                else found.add(session);
            }
        } catch (IOException e) {
            LOG.warn("sessions of before cannot be read: people sign in again", e);
        }
        return found;
    }

    private @Nullable KeptSession read(Path file, KeptSessions store, Duration idle)
            throws IOException {
        String text = seal.open(Files.readString(file));
        if (text == null) return null;
        Content content;
        try {
            content = JSON.readValue(text, Content.class);
        } catch (JacksonException e) {
            return null; // of another version
        }
        if (!file.getFileName().toString().equals(name(content.id()))) return null;
        KeptSession session =
                new KeptSession(store, content.id(), content.created(), content.used(), idle);
        if (session.isExpired()) return null;
        fill(session, content);
        return session;
    }

    private void fill(KeptSession session, Content content) {
        OidcIdToken identity =
                new OidcIdToken(
                        content.identity().value(),
                        content.identity().issued(),
                        content.identity().ends(),
                        Map.of("sub", content.person()));
        OidcUser person = new DefaultOidcUser(Set.of(new OidcUserAuthority(identity)), identity);
        Token renewal = content.renewal();
        session.getAttributes()
                .put(
                        CONTEXT,
                        new SecurityContextImpl(
                                new OAuth2AuthenticationToken(
                                        person,
                                        person.getAuthorities(),
                                        issuer.getRegistrationId())));
        session.getAttributes()
                .put(
                        SessionTokens.CLIENT,
                        new OAuth2AuthorizedClient(
                                issuer,
                                content.person(),
                                new OAuth2AccessToken(
                                        OAuth2AccessToken.TokenType.BEARER,
                                        content.access().value(),
                                        content.access().issued(),
                                        content.access().ends()),
                                renewal == null
                                        ? null
                                        : new OAuth2RefreshToken(
                                                renewal.value(),
                                                renewal.issued(),
                                                renewal.ends())));
        session.getAttributes().put(WRITTEN, content);
    }

    /** Whether its file says less than the session. */
    boolean isNews(WebSession session) {
        if (folder == null) return false;
        Content now = content(session);
        return now != null
                && (!(session.getAttribute(WRITTEN) instanceof Content written)
                        || written.saysLess(now));
    }

    /** Writes it, unless it has ended or got another id meanwhile. */
    void write(KeptSession session) {
        if (folder == null) return;
        synchronized (session) {
            Content now = content(session);
            if (now == null || session.isExpired()) return;
            Path file = folder.resolve(name(now.id()));
            Path next = folder.resolve(file.getFileName() + ".next");
            try {
                Files.deleteIfExists(next);
                Files.createFile(
                        next,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(next, seal.close(JSON.writeValueAsString(now)));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                session.getAttributes().put(WRITTEN, now);
            } catch (IOException e) {
                LOG.warn("a session will not outlive this process", e);
            }
        }
    }

    /** Deletes what was written of this session under this id. */
    void delete(String id, KeptSession session) {
        if (folder == null) return;
        synchronized (session) {
            try {
                Files.deleteIfExists(folder.resolve(name(id)));
            } catch (IOException e) {
                throw new UncheckedIOException("a session that has ended cannot be deleted", e);
            }
        }
    }

    private static @Nullable Content content(WebSession session) {
        if (!(session.getAttribute(CONTEXT) instanceof SecurityContext context)
                || !(context.getAuthentication() instanceof OAuth2AuthenticationToken person)
                || !(person.getPrincipal() instanceof OidcUser user)
                || !(session.getAttribute(SessionTokens.CLIENT)
                        instanceof OAuth2AuthorizedClient client)) return null;
        OidcIdToken identity = user.getIdToken();
        OAuth2AccessToken access = client.getAccessToken();
        OAuth2RefreshToken renewal = client.getRefreshToken();
        return new Content(
                session.getId(),
                person.getName(),
                new Token(
                        identity.getTokenValue(), identity.getIssuedAt(), identity.getExpiresAt()),
                new Token(access.getTokenValue(), access.getIssuedAt(), access.getExpiresAt()),
                renewal == null
                        ? null
                        : new Token(
                                renewal.getTokenValue(),
                                renewal.getIssuedAt(),
                                renewal.getExpiresAt()),
                session.getCreationTime(),
                session.getLastAccessTime());
    }

    private static String name(String id) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
