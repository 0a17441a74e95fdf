package org.zhengyou.embedded.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The two ports of a node. They are kept in the folder, because a client that knows an address
 * should find the node there again after a restart.
 *
 * @param broker where clients connect
 * @param controller where the broker finds its controller
 */
record Ports(int broker, int controller) {
    private static final String FILE = "ports.properties";

    /** The wished ports; for those that are 0 the ones of the last start, or else any free ones. */
    static Ports choose(Path folder, int broker, int controller) {
        Properties last = read(folder.resolve(FILE));
        return new Ports(
                choose(broker, last.getProperty("broker")),
                choose(controller, last.getProperty("controller")));
    }

    private static int choose(int wished, String last) {
        if (wished != 0) {
            return wished;
        }
        int again = Integer.parseInt(last);
        return again != 0 && free(again) ? again : anyFree();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    private static Properties read(Path file) {
        Properties ports = new Properties();
        ports.setProperty("broker", "0");
        ports.setProperty("controller", "0");
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                ports.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return ports;
    }

    /** Notes the ports for the next start in this folder. */
    void keep(Path folder) {
        Path file = folder.resolve(FILE);
        String text = "broker=" + broker + "\ncontroller=" + controller + "\n";
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
