package org.zhengyou.kit.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The network between a service and its store, which can break. */
public final class TestProxy implements AutoCloseable {
    /** An insertion into the collection "log", as BSON has it. */
    private static final String INSERT = "insert\0\4\0\0\0log\0";

    private final String storeUri;
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;
    private volatile boolean breakAfterInsert;

    /** A network to this store. */
    public TestProxy(String storeUri) {
        this.storeUri = storeUri;
        target = URI.create(storeUri).getPort();
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException("no proxy", e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the store seems to be. */
    public String uri() {
        return storeUri.replace(":" + target, ":" + server.getLocalPort());
    }

    /** Ends every connection and lets none through until {@link #heal}. */
    public void cut() {
        broken = true;
        open.forEach(TestProxy::close);
    }

    /**
     * As {@link #cut}, as soon as the next insertion into the log has reached the store, before its
     * answer.
     */
    public void cutAfterNextInsert() {
        breakAfterInsert = true;
    }

    /** Works again. */
    public void heal() {
        broken = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (broken) close(client);
                else join(client, new Socket(InetAddress.getLoopbackAddress(), target));
            } catch (IOException e) {
                if (!server.isClosed()) throw new IllegalStateException("the proxy failed", e);
            }
        }
    }

    private void join(Socket client, Socket store) {
        open.add(client);
        open.add(store);
        AtomicBoolean mute = new AtomicBoolean();
        Thread.ofVirtual().start(() -> pump(client, store, true, mute));
        Thread.ofVirtual().start(() -> pump(store, client, false, mute));
    }

    private void pump(Socket from, Socket to, boolean requests, AtomicBoolean mute) {
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                boolean last = requests && breakAfterInsert && isInsert(buffer, n);
                if (last) {
                    breakAfterInsert = false;
                    mute.set(true); // before the store can answer
                    dropAnswers(to);
                }
                if (requests || !mute.get()) out.write(buffer, 0, n);
                if (last) cut();
            }
        } catch (IOException e) {
            close(to); // broken on purpose, or closed by one end
        } finally {
            close(from);
            close(to);
        }
    }

    /** The store reads what was sent, but nobody hears what it says. */
    private void dropAnswers(Socket store) {
        open.remove(store);
    }

    private static boolean isInsert(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        return text.contains(INSERT);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket does not close", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("the proxy does not close", e);
        }
        cut();
    }
}
