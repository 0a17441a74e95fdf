package org.zhengyou.kit.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection whose client sends a byte now and then and never finishes. */
public final class Drip implements AutoCloseable {
    private final SocketChannel channel;
    private final StringBuilder answer = new StringBuilder();
    private int drops;
    private boolean ended;

    private Drip(SocketChannel channel) {
        this.channel = channel;
    }

    /** Begins a request with these bytes. */
    public static Drip begin(int port, String head) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(head.getBytes(UTF_8)));
        channel.configureBlocking(false);
        return new Drip(channel);
    }

    /** Sends one more byte; true when the server has ended the connection. */
    public boolean drop() {
        if (ended) return true;
        ByteBuffer read = ByteBuffer.allocate(4096);
        try {
            int n = channel.read(read);
            if (n > 0) answer.append(new String(read.array(), 0, n, ISO_8859_1));
            else if (n < 0) ended = true;
            else {
                channel.write(ByteBuffer.wrap(new byte[] {'x'}));
                drops++;
            }
        } catch (IOException e) {
            ended = true; // reset by the server: what was sent too late was not read
        }
        return ended;
    }

    /** How many bytes it has sent after the first ones. */
    public int drops() {
        return drops;
    }

    /** What was answered. */
    public String answer() {
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
