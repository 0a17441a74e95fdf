package org.zhengyou.log;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between driver and server and cuts the connection of an insert, as it was told to. */
final class CuttingProxy implements AutoCloseable {
    /** When to cut. */
    enum Cut {
        /** The server never hears of it. */
        BEFORE_FORWARDING,
        /** The server has done it, the driver never hears of that. */
        AFTER_THE_REPLY,
        /** As before, and from then on nobody gets through. */
        AFTER_THE_REPLY_FOR_GOOD
    }

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;
    private volatile Runnable beforeInsert = () -> {};

    CuttingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + entrance.getLocalPort();
    }

    /** Cuts the next insert that has not been promised to another call. */
    void cut(Cut cut) {
        cuts.add(cut);
    }

    /** Runs this whenever an insert arrives, before it is forwarded. */
    void beforeInsert(Runnable work) {
        beforeInsert = work;
    }

    boolean allCut() {
        return cuts.isEmpty();
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                Socket driver = entrance.accept();
                open.add(driver);
                if (shut) {
                    driver.close();
                } else {
                    Thread.startVirtualThread(() -> serve(driver));
                }
            }
        } catch (IOException e) {
            if (!entrance.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Request, reply, request, reply: the driver uses a connection for one at a time. */
    private void serve(Socket driver) {
        try (driver;
                Socket server = new Socket(host, port)) {
            InputStream requests = driver.getInputStream();
            InputStream replies = server.getInputStream();
            while (true) {
                byte[] request = message(requests);
                Cut cut = null;
                if (isInsert(request)) {
                    beforeInsert.run();
                    cut = cuts.poll();
                }
                if (cut == Cut.BEFORE_FORWARDING) {
                    return;
                }
                send(server.getOutputStream(), request);
                byte[] reply = message(replies);
                if (cut == Cut.AFTER_THE_REPLY_FOR_GOOD) {
                    shut = true;
                    for (Socket socket : open) {
                        socket.close();
                    }
                }
                if (cut != null) {
                    return;
                }
                send(driver.getOutputStream(), reply);
            }
        } catch (IOException e) {
            open.remove(driver); // one of the two has left
        }
    }

    private static boolean isInsert(byte[] request) {
        return new String(request, StandardCharsets.ISO_8859_1).contains("insert\0");
    }

    /** A message of the wire protocol begins with its length, four bytes, little-endian. */
    private static byte[] message(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] length = new byte[4];
        data.readFully(length);
        ByteBuffer message =
                ByteBuffer.allocate(
                        ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt());
        message.put(length);
        data.readFully(message.array(), 4, message.capacity() - 4);
        return message.array();
    }

    private static void send(OutputStream out, byte[] message) throws IOException {
        out.write(message);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
