package org.zhengyou.kit.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends TLS in front of a store that speaks without. */
public final class TlsRelay implements AutoCloseable {
    private final String storeUri;
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** In front of this store, with this certificate. */
    public TlsRelay(String storeUri, TestCertificate certificate) {
        this.storeUri = storeUri;
        target = URI.create(storeUri).getPort();
        try {
            server =
                    certificate
                            .context()
                            .getServerSocketFactory()
                            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the store is, without a word of TLS. */
    public String uri() {
        return storeUri.replace(":" + target, ":" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket store = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(store);
                Thread.ofVirtual().start(() -> pump(client, store));
                Thread.ofVirtual().start(() -> pump(store, client));
            } catch (IOException e) {
                if (!server.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends with either end; what a client without TLS says ends it, too. */
    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer))
                to.getOutputStream().write(buffer, 0, n);
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(TlsRelay::close);
    }
}
