package org.zhengyou.standalone.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.zhengyou.embedded.PrivateFiles;
import org.zhengyou.standalone.identity.SignInServer.Place;

/**
 * 身份服务. An OAuth 2.1 and OpenID Connect issuer for a platform in one process, with a handful of
 * demo people. A real platform uses the university's own issuer instead.
 *
 * <p>It listens on loopback. What it must remember lies in {@code identity/} of the data folder,
 * readable for the owner only.
 */
public final class IdentityServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Place place;

    private IdentityServer(ConfigurableApplicationContext context, Place place) {
        this.context = context;
        this.place = place;
    }

    /**
     * Starts it; at the first start of a data folder, keys and passwords are made.
     *
     * @param dataFolder of the platform
     * @param port to listen on; part of the issuer's name, so not 0
     * @param gatewayPort of the gateway, to which browsers return after signing in
     */
    public static IdentityServer start(Path dataFolder, int port, int gatewayPort) {
        if (port <= 0) throw new IllegalArgumentException("the port is part of the issuer's name");
        Path folder = PrivateFiles.folder(folder(dataFolder));
        People people = People.in(folder, new BCryptPasswordEncoder());
        KeyedHash hash = KeyedHash.in(folder);
        RSAKey key = Secrets.signingKey(folder);
        Place place = new Place(port, gatewayPort, Secrets.consoleSecret(folder));
        SpringApplication application = new SpringApplication(SignInServer.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("spring.config.name", "identity"));
        application.addInitializers(
                context -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("place", place);
                    beans.registerSingleton("signingKey", key);
                    beans.registerSingleton("people", people);
                    beans.registerSingleton("hash", hash);
                    beans.registerSingleton("clientSecrets", new ClientSecrets(hash));
                });
        return new IdentityServer(application.run("--server.port=" + port), place);
    }

    /** The issuer's name, also its address. */
    public String issuer() {
        return place.issuer();
    }

    /** By which the gateway is known here. */
    public String consoleClientId() {
        return Clients.CONSOLE;
    }

    /** The gateway's secret; the same over restarts. Keep it out of logs. */
    public String consoleClientSecret() {
        return place.consoleSecret();
    }

    /** How many sessions there are. */
    int sessions() {
        return context.getBean(BoundedSessions.class).size();
    }

    @Override
    public void close() {
        context.close();
    }

    static Path folder(Path dataFolder) {
        return dataFolder.resolve("identity");
    }
}
