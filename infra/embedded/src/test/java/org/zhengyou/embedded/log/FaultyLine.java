package org.zhengyou.embedded.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A network between clients and server that can be cut and held up. */
final class FaultyLine implements AutoCloseable {
    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantReadWriteLock hold = new ReentrantReadWriteLock();

    /** Leads to this port on loopback. */
    FaultyLine(int exit) {
        this.exit = exit;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** Where a server seems to be that is at the other end. */
    String uri(String server) {
        return server.replace(":" + exit, ":" + entrance.getLocalPort());
    }

    /** Cuts every connection, in the middle of whatever is on the way. */
    void cut() {
        open.forEach(FaultyLine::close);
    }

    /** For so long nothing gets through; then everything does. */
    void holdUp(long millis) throws InterruptedException {
        hold.writeLock().lock();
        try {
            Thread.sleep(millis);
        } finally {
            hold.writeLock().unlock();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                open.add(client);
                connect(client);
            } catch (IOException e) {
                open.removeIf(Socket::isClosed); // nobody to connect to: the client was hung up on
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), exit);
            open.add(server);
            Thread.startVirtualThread(() -> pump(client, server));
            Thread.startVirtualThread(() -> pump(server, client));
        } catch (IOException e) {
            close(client);
            throw e;
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[2_000];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                hold.readLock().lock();
                try {
                    out.write(buffer, 0, n);
                } finally {
                    hold.readLock().unlock();
                }
            }
        } catch (IOException e) {
            close(to); // one side has left
        } finally {
            open.remove(from);
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
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
