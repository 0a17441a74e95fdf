package org.zhengyou.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP/1.1 connection that is kept open. It does as little as it can, because on the machine
 * under test every cycle of the client is missing to the platform.
 */
final class HttpConnection implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final Socket socket;
    private final InputStream in;
    private byte[] buffer = new byte[8 << 10];
    private int filled;

    /** Connects to this port on loopback; waits half a minute for an answer. */
    HttpConnection(int port) throws IOException {
        this(port, PATIENCE);
    }

    /** Connects to this port on loopback; waits so long for an answer. */
    HttpConnection(int port, Duration patience) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) patience.toMillis());
        in = socket.getInputStream();
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @return head and body
     * @throws IOException if the status is not 2xx, too, with the whole answer
     */
    String exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        filled = 0;
        int head = -1;
        while (head < 0) {
            read();
            head = text().indexOf("\r\n\r\n");
        }
        Matcher length = LENGTH.matcher(text().substring(0, head));
        if (length.find()) {
            int end = head + 4 + Integer.parseInt(length.group(1));
            while (filled < end) read();
        } else {
            while (!text().endsWith(LAST_CHUNK)) read();
        }
        if (buffer[9] != '2') throw new IOException("refused: " + text());
        return text();
    }

    private String text() {
        return new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
    }

    private void read() throws IOException {
        if (filled == buffer.length) buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        int n = in.read(buffer, filled, buffer.length - filled);
        if (n < 0) throw new EOFException("the connection was closed");
        filled += n;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
