package org.zhengyou.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * Where a platform lives and listens. Everything listens on loopback only.
 *
 * @param data folder that holds everything it knows; created if it does not exist
 * @param gatewayPort the front door
 * @param identityPort where people sign in
 * @param internalPort first of four ports in a row that only the platform itself uses: services,
 *     store, broker, controller
 */
public record PlatformOptions(Path data, int gatewayPort, int identityPort, int internalPort) {
    private static final int INTERNAL = 4;

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

    /** The address people and clients use. */
    public String gatewayUrl() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    /** The address of the identity server, also the issuer of its tokens. */
    public String issuer() {
        return "http://127.0.0.1:" + identityPort;
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
