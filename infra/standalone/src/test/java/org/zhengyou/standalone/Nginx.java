package org.zhengyou.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.zhengyou.kit.host.TestCertificate;
import org.zhengyou.standalone.identity.Outside;

/**
 * The real nginx, with the configuration that the documentation shows: only names, certificate,
 * ports and the folders it writes to are put in.
 */
final class Nginx implements AutoCloseable {
    private static final Path SHOWN = Path.of("../../docs/nginx.conf");
    private static final long PATIENCE_SECONDS = 20;
    private static final String OWN_ADDRESS = "127.0.0.1";

    private final Process process;
    private final Path output;

    private Nginx(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Skips the test where there is none. */
    static Path program() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
        Path program =
                Stream.of(path.split(":", -1))
                        .map(folder -> Path.of(folder, "nginx"))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(Path.of(""));
        assumeTrue(!program.toString().isEmpty(), "no proxy: nginx is not on the path");
        return program;
    }

    /** Addresses on free ports, for people to reach a platform behind it. */
    static Outside outside() {
        List<Integer> ports = freePorts(2);
        return Outside.behind(
                OWN_ADDRESS,
                "https://localhost:" + ports.getFirst(),
                "https://localhost:" + ports.getLast());
    }

    /**
     * Starts it in front of the platform that these options describe, and waits until it listens.
     */
    static Nginx start(Path folder, PlatformOptions options, TestCertificate certificate) {
        try {
            Path configuration = folder.resolve("nginx.conf");
            Files.writeString(configuration, configuration(folder, options, certificate));
            Path output = folder.resolve("nginx.txt");
            Process process =
                    new ProcessBuilder(
                                    program().toString(),
                                    "-p",
                                    folder.toString(),
                                    "-c",
                                    configuration.toString(),
                                    "-g",
                                    "daemon off; user root; pid " + folder.resolve("pid") + ";")
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            Nginx nginx = new Nginx(process, output);
            int port = URI.create(options.outside().gateway()).getPort();
            Eventually.eventually("nginx listens", () -> nginx.listensAt(port), there -> there);
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(
            Path folder, PlatformOptions options, TestCertificate certificate) throws IOException {
        String text = Files.readString(SHOWN);
        String gateway = listen(URI.create(options.outside().gateway()).getPort());
        String identity = listen(URI.create(options.outside().identity()).getPort());
        String written = "http {\n";
        for (String part : List.of("client_body", "proxy", "fastcgi", "scgi", "uwsgi"))
            written += part + "_temp_path " + folder.resolve(part) + ";\n";
        List<Map.Entry<String, String>> changes =
                List.of(
                        Map.entry("/var/log/nginx/error.log", "stderr"),
                        Map.entry("http {\n", written),
                        Map.entry("/etc/zhengyou/tls.pem", certificate.certificate().toString()),
                        Map.entry("/etc/zhengyou/tls.key", certificate.key().toString()),
                        Map.entry("server 127.0.0.1:8080;", server(options.gatewayPort())),
                        Map.entry("server 127.0.0.1:8090;", server(options.identityPort())),
                        Map.entry("listen 80;", listen(freePorts(1).getFirst()) + ";"),
                        Map.entry(
                                "listen 443 ssl default_server;", gateway + " ssl default_server;"),
                        Map.entry("listen 443 ssl;", gateway + " ssl;"),
                        Map.entry("listen 443 ssl;", identity + " ssl;"),
                        Map.entry("server_name zhengyou.example.edu sign-in.example.edu;", ""),
                        Map.entry("server_name zhengyou.example.edu;", "server_name localhost;"),
                        Map.entry("server_name sign-in.example.edu;", "server_name localhost;"));
        for (Map.Entry<String, String> change : changes) {
            int at = text.indexOf(change.getKey());
            if (at < 0) throw new AssertionError(SHOWN + " has no " + change.getKey());
            text =
                    text.substring(0, at)
                            + change.getValue()
                            + text.substring(at + change.getKey().length());
        }
        return text;
    }

    private static String listen(int port) {
        return "listen " + OWN_ADDRESS + ":" + port;
    }

    private static String server(int port) {
        return "server " + OWN_ADDRESS + ":" + port + ";";
    }

    private boolean listensAt(int port) {
        if (!process.isAlive()) throw new AssertionError("nginx ended: " + said());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What it printed. */
    String said() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> freePorts(int n) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < n; i++)
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) socket.close();
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
