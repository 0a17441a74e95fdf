package org.zhengyou.log.conformance;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Stands between driver and server and spoils an insert, as it was told to: cuts the connection,
 * falls silent, or brings another reply than the server's.
 */
public final class CuttingProxy implements AutoCloseable {
    /** When to cut. */
    public enum Cut {
        /** The server never hears of it. */
        BEFORE_FORWARDING,
        /** The server gets half of it. */
        WITHIN_THE_REQUEST,
        /** The server is doing it when the driver loses the connection. */
        DURING_THE_WRITE,
        /** The server has done it, the driver never hears of that. */
        AFTER_THE_REPLY,
        /** The server hears of it when the test says so. */
        DELIVERED_LATE,
        /** The server has done it; the driver is told that it is not the primary any more. */
        STEPPED_DOWN,
        /** The server has done it; the driver is told that the others have not, so far. */
        CONCERN_NOT_MET,
        /** The server never hears of it, and the driver nothing until it gives up. */
        SILENT_BEFORE_FORWARDING,
        /** The server has done it, and the driver hears nothing until it gives up. */
        SILENT_AFTER_THE_WRITE;

        /** Whether the driver has to wait until it gives up. */
        public boolean silent() {
            return this == SILENT_BEFORE_FORWARDING || this == SILENT_AFTER_THE_WRITE;
        }
    }

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> late = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;
    private volatile boolean dumb;
    private volatile boolean forGood;

    /** By which drivers of this server begin, if it wants to know who they are. */
    private volatile byte @Nullable [] signIn;

    private volatile Runnable beforeInsert = () -> {};

    /** In front of this server. */
    public CuttingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    /** The port on loopback. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Cuts the next insert that has not been promised to another call. */
    public void cut(Cut cut) {
        cuts.add(cut);
    }

    /** Cuts the next insert, and from then on nobody gets through: hung up on, or not heard. */
    public void cutForGood(Cut cut) {
        forGood = true;
        cuts.add(cut);
    }

    /** From now on everything gets through again. */
    public void mend() {
        forGood = false;
        shut = false;
        dumb = false;
    }

    /** Runs this whenever an insert arrives, before it is forwarded. */
    public void beforeInsert(Runnable work) {
        beforeInsert = work;
    }

    /** Whether every cut was made. */
    public boolean allCut() {
        return cuts.isEmpty();
    }

    /** Brings the server what was held back. */
    public void deliver() throws IOException {
        for (byte[] request = late.poll(); request != null; request = late.poll()) {
            try (Socket server = new Socket(host, port)) {
                byte[] first = signIn;
                if (first != null) {
                    send(server, first);
                    message(server);
                }
                send(server, request);
                message(server);
            }
        }
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

    private void serve(Socket driver) {
        try (driver;
                Socket server = new Socket(host, port)) {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = relay(driver, server);
            }
            if (forGood && !dumb) {
                shut = true;
                closeAll();
            }
        } catch (IOException e) {
            open.remove(driver); // one of the two has left
        }
    }

    /** Request, reply, request, reply: the driver uses a connection for one at a time. */
    private boolean relay(Socket driver, Socket server) throws IOException {
        byte[] request = message(driver);
        if (contains(request, "saslStart")) {
            signIn = request;
        }
        Cut cut = cutFor(request);
        if (cut == null && !dumb) {
            send(server, request);
            send(driver, message(server));
            return true;
        }
        return cut == null ? untilItGivesUp(driver) : spoil(cut, request, driver, server);
    }

    /** Whether the connection goes on. */
    private boolean spoil(Cut cut, byte[] request, Socket driver, Socket server)
            throws IOException {
        dumb = forGood && cut.silent();
        switch (cut) {
            case BEFORE_FORWARDING -> {}
            case WITHIN_THE_REQUEST -> send(server, Arrays.copyOf(request, request.length / 2));
            case DURING_THE_WRITE -> {
                send(server, request);
                driver.close();
                message(server);
            }
            case AFTER_THE_REPLY -> {
                send(server, request);
                message(server);
            }
            case DELIVERED_LATE -> late.add(request);
            case STEPPED_DOWN -> {
                send(server, request);
                message(server);
                send(driver, Replies.notPrimary(request));
            }
            case CONCERN_NOT_MET -> {
                send(server, request);
                send(driver, Replies.concernNotMet(request, message(server)));
            }
            case SILENT_BEFORE_FORWARDING -> untilItGivesUp(driver);
            case SILENT_AFTER_THE_WRITE -> {
                send(server, request);
                message(server);
                untilItGivesUp(driver);
            }
        }
        return cut == Cut.STEPPED_DOWN || cut == Cut.CONCERN_NOT_MET;
    }

    /** A driver that gives up closes the connection. */
    private static boolean untilItGivesUp(Socket driver) throws IOException {
        driver.getInputStream().transferTo(OutputStream.nullOutputStream());
        return false;
    }

    private @Nullable Cut cutFor(byte[] request) {
        if (!contains(request, "insert\0")) {
            return null;
        }
        beforeInsert.run();
        return cuts.poll();
    }

    private static boolean contains(byte[] request, String text) {
        return new String(request, StandardCharsets.ISO_8859_1).contains(text);
    }

    /** A message of the wire protocol begins with its length, four bytes, little-endian. */
    private static byte[] message(Socket from) throws IOException {
        DataInputStream data = new DataInputStream(from.getInputStream());
        byte[] length = new byte[4];
        data.readFully(length);
        ByteBuffer message =
                ByteBuffer.allocate(
                        ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt());
        message.put(length);
        data.readFully(message.array(), 4, message.capacity() - 4);
        return message.array();
    }

    private static void send(Socket to, byte[] message) throws IOException {
        to.getOutputStream().write(message);
        to.getOutputStream().flush();
    }

    private void closeAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        closeAll();
    }
}
