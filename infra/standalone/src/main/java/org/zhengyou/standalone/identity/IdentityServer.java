package org.zhengyou.standalone.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.zhengyou.embedded.PrivateFiles;
import org.zhengyou.standalone.identity.SignInServer.Place;

/**
 * 身份服务. An OAuth 2.1 and OpenID Connect issuer for a platform in one process: for a handful of demo
 * people, and for everybody on the register who was invited. A university that has an issuer of its
 * own uses that one instead.
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
        return start(dataFolder, port, gatewayPort, Outside.none(gatewayPort, port));
    }

    /**
     * As {@link #start(Path, int, int)}, reached from outside under other addresses.
     *
     * @param outside whose identity is the issuer's name
     */
    public static IdentityServer start(
            Path dataFolder, int port, int gatewayPort, Outside outside) {
        if (port <= 0) throw new IllegalArgumentException("the port is part of the issuer's name");
        Path folder = PrivateFiles.folder(folder(dataFolder));
        KeyedHash hash = KeyedHash.in(folder);
        Accounts accounts = Accounts.in(folder, hash);
        People people = People.in(dataFolder, new BCryptPasswordEncoder(), accounts);
        RSAKey key = Secrets.signingKey(folder);
        Place place = new Place(outside, gatewayPort, Secrets.consoleSecret(folder));
        Optional<Campus> campus = Campus.in(folder, System.getenv());
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
                    beans.registerSingleton("accounts", accounts);
                    beans.registerSingleton("members", new MembersDoor(place, key));
                    campus.ifPresent(one -> beans.registerSingleton("campus", one));
                    beans.registerSingleton("hash", hash);
                    beans.registerSingleton("clientSecrets", new ClientSecrets(hash));
                });
        return new IdentityServer(application.run("--server.port=" + port), place);
    }

    /** The issuer's name, also its address for people. */
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
