package org.zhengyou.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service behind the gateway. It remembers what reached it. {@code .../status/503} answers so,
 * {@code .../held} answers when released, {@code .../cut} closes the connection without an answer.
 */
final class Upstream implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);

    /** A request as it reached the service; header names in lower case. */
    record Seen(String method, String uri, Map<String, List<String>> headers, long bodyBytes) {}

    Upstream() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Everything that reached the service completely, oldest first. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** The only request that reached this path. */
    Seen onlyAt(String uri) {
        List<Seen> there = seen.stream().filter(one -> one.uri().equals(uri)).toList();
        if (there.size() != 1) throw new AssertionError(uri + " was reached by " + there);
        return there.getFirst();
    }

    /** Lets the held requests go on. */
    void release() {
        released.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long bytes = length(exchange);
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String uri = exchange.getRequestURI().toString();
        seen.add(new Seen(exchange.getRequestMethod(), uri, headers, bytes));
        if (uri.endsWith("/cut")) {
            exchange.close();
            return;
        }
        if (uri.endsWith("/held")) await();
        int slash = uri.indexOf("/status/");
        int status = slash < 0 ? 200 : Integer.parseInt(uri.substring(slash + 8));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Set-Cookie", "service=1");
        byte[] body = ("{\"bytes\":" + bytes + "}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static long length(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            byte[] buffer = new byte[8192];
            long bytes = 0;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) bytes += n;
            return bytes;
        }
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
