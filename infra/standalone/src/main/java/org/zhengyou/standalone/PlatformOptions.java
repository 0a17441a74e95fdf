package org.zhengyou.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhengyou.kit.signing.KeyFolder;
import org.zhengyou.standalone.identity.Outside;

/**
 * Where a platform lives and listens. Everything listens on loopback only; a proxy may stand in
 * front.
 *
 * @param data folder that holds everything it knows; created if it does not exist
 * @param gatewayPort the front door
 * @param identityPort where people sign in
 * @param internalPort first of four ports in a row that only the platform itself uses: services,
 *     store, broker, controller
 * @param heads file of the kept heads of its logs
 * @param outside the addresses under which people reach it
 */
public record PlatformOptions(
        Path data,
        int gatewayPort,
        int identityPort,
        int internalPort,
        Path heads,
        Outside outside) {
    private static final int INTERNAL = 4;
    private static final int LAST_PORT = 65_535;

    /**
     * Refuses ports that do not exist or are wanted twice.
     *
     * @throws IllegalArgumentException in Chinese and English
     */
    public PlatformOptions {
        List<Integer> ports = new ArrayList<>(List.of(gatewayPort, identityPort));
        for (int i = 0; i < INTERNAL; i++) ports.add(internalPort + i);
        for (int port : ports)
            if (port < 1 || port > LAST_PORT || ports.indexOf(port) != ports.lastIndexOf(port))
                throw new IllegalArgumentException(
                        "端口 %1$d 不存在或被指定了两次 / port %1$d does not exist or is wanted twice: %2$s"
                                .formatted(port, ports));
    }

    /** With the heads in the data folder and no proxy in front. */
    public PlatformOptions(Path data, int gatewayPort, int identityPort, int internalPort) {
        this(
                data,
                gatewayPort,
                identityPort,
                internalPort,
                HeadsOption.usual(data),
                Outside.none(gatewayPort, identityPort));
    }

    /** The same, reached from outside under these addresses. */
    PlatformOptions with(Outside seen) {
        return new PlatformOptions(data, gatewayPort, identityPort, internalPort, heads, seen);
    }

    /** The usual ports. */
    public static PlatformOptions at(Path data) {
        return new PlatformOptions(data, 8080, 8090, 8100);
    }

    /** Ports that are free now, for tests. */
    public static PlatformOptions onFreePorts(Path data) {
        for (int first = 20_000; first < 30_000; first += INTERNAL + 2)
            if (areFree(first, INTERNAL + 2))
                return new PlatformOptions(data, first, first + 1, first + 2);
        throw new IllegalStateException("no " + (INTERNAL + 2) + " free ports in a row");
    }

    /** The folder of the keys of logs and heads. */
    KeyFolder keys() {
        return keys(data);
    }

    /** That of a data folder. */
    static KeyFolder keys(Path data) {
        return new KeyFolder(data.resolve("keys"));
    }

    Path masterKey() {
        return keys().folder().resolve("master.json");
    }

    int servicesPort() {
        return internalPort;
    }

    int mongoPort() {
        return internalPort + 1;
    }

    int kafkaPort() {
        return internalPort + 2;
    }

    int controllerPort() {
        return internalPort + 3;
    }

    /** The address that clients on this machine use, and people if there is no proxy. */
    public String gatewayUrl() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    /** Where clients on this machine sign in, and people if there is no proxy. */
    public String issuer() {
        return "http://127.0.0.1:" + identityPort;
    }

    /**
     * Goes on if nobody else listens where the platform is to.
     *
     * @throws IllegalStateException in Chinese and English, naming the first port that is taken
     */
    void requireFree() {
        requireFree(gatewayPort, "--port");
        requireFree(identityPort, "--identity-port");
        for (int port = internalPort; port < internalPort + INTERNAL; port++)
            requireFree(port, "--internal-ports");
    }

    private static void requireFree(int port, String option) {
        if (!areFree(port, 1))
            throw new IllegalStateException(
                    "端口 %1$d 已被占用，请停止占用它的程序，或用 %2$s 另选一个 / port %1$d is taken: stop what listens there, or choose another with %2$s"
                            .formatted(port, option));
    }

    private static boolean areFree(int first, int n) {
        for (int port = first; port < first + n; port++) {
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() != port) return false;
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
