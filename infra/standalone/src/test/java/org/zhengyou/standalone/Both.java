package org.zhengyou.standalone;

import java.io.IOException;
import java.io.OutputStream;

/** Writes everything twice. */
final class Both extends OutputStream {
    private final OutputStream one;
    private final OutputStream other;

    Both(OutputStream one, OutputStream other) {
        this.one = one;
        this.other = other;
    }

    @Override
    public void write(int b) throws IOException {
        one.write(b);
        other.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        one.write(bytes, from, length);
        other.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        one.flush();
        other.flush();
    }
}
