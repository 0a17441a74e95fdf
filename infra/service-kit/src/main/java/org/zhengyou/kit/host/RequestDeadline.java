package org.zhengyou.kit.host;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.http.ArrivalTime;

/**
 * Tomcat's HTTP/1.1, in which a request must have arrived whole, headers and body, a named time
 * after its first byte. Tomcat by itself limits the time between two bytes only, so that a client
 * that sends one now and then holds a connection for ever.
 *
 * <p>When the time is up, nothing more is read: as if the client had ended there. Whoever waits for
 * the rest is told so at once and may still answer; then the connection is closed. How long an
 * answer takes is not limited here.
 */
public final class RequestDeadline extends Http11NioProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(RequestDeadline.class);
    private static final long LOOK_MILLIS = 500;
    private static final long NOT_BEGUN = -1;

    private final Map<SocketWrapperBase<?>, Arriving> arriving = new ConcurrentHashMap<>();
    private volatile Duration limit = Duration.ofSeconds(60);
    private @Nullable Future<?> watch;

    /** How long a request may take to arrive that does not say how long it is. */
    public void setLimit(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch =
                getUtilityExecutor()
                        .scheduleWithFixedDelay(
                                this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) watch.cancel(false);
        super.stop();
    }

    @Override
    protected Processor createProcessor() {
        return new Arriving();
    }

    private void look() {
        long now = System.nanoTime();
        arriving.forEach((connection, request) -> look(connection, request, now));
    }

    private void look(SocketWrapperBase<?> connection, Arriving request, long now) {
        try {
            if (connection.isClosed()) arriving.remove(connection, request);
            else if (request.isLate(now)) {
                arriving.remove(connection, request);
                readNoMore(connection);
            }
        } catch (RuntimeException e) {
            // Its thread was just putting it away. The next one is looked at all the same.
            LOG.debug("a request ended while it was looked at", e);
        }
    }

    /** Not closed from here: that would take the processor away from the thread that uses it. */
    private static void readNoMore(SocketWrapperBase<?> connection) {
        if (!(connection.getSocket() instanceof NioChannel channel)) return;
        try {
            channel.getIOChannel().shutdownInput();
        } catch (IOException e) {
            LOG.debug("a late request has ended by itself", e);
        }
    }

    /** How many bytes the request announced that began then. */
    private record Allowance(long begun, long bytes) {}

    /** A request on its way in, and then in work. */
    private final class Arriving extends Http11Processor {
        private volatile Allowance allowance = new Allowance(NOT_BEGUN, 0);

        Arriving() {
            super(RequestDeadline.this, RequestDeadline.this.getAdapter());
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            arriving.put(connection, this);
            SocketState state = SocketState.CLOSED;
            try {
                state = super.service(connection);
                return state;
            } finally {
                // LONG: more of the headers is to come.
                if (state != SocketState.LONG) arriving.remove(connection, this);
            }
        }

        /** Asked for once the headers are there, by the thread that has read them. */
        @Override
        public Adapter getAdapter() {
            long begun = request.getStartTimeNanos();
            if (allowance.begun() != begun) allowance = new Allowance(begun, announced());
            return super.getAdapter();
        }

        private long announced() {
            try {
                return Math.min(request.getContentLengthLong(), ArrivalTime.LARGEST_BODY);
            } catch (IllegalArgumentException e) {
                return 0; // it says no length, and is being refused for that
            }
        }

        private long nanos(long begun) {
            Allowance known = allowance;
            return ArrivalTime.of(limit, known.begun() == begun ? known.bytes() : 0).toNanos();
        }

        boolean isLate(long now) {
            long begun = request.getStartTimeNanos();
            return begun != NOT_BEGUN && now - begun > nanos(begun) && !isRequestBodyFullyRead();
        }
    }
}
