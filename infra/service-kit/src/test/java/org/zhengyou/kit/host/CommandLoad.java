package org.zhengyou.kit.host;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.runtime.Commands;
import org.zhengyou.kit.sample.ExhibitionService;

/**
 * Measures the command path: new entities under an idempotency key, called in the process and over
 * HTTP, with store and client in the same JVM. Arguments: callers, commands per round, rounds, and
 * {@code direct} or {@code http} for one of them only.
 */
final class CommandLoad {
    private CommandLoad() {}

    private interface Caller extends AutoCloseable {
        void call();

        @Override
        default void close() {}
    }

    private interface CallerFactory {
        Caller open();
    }

    /** Prints commands per second, latency and CPU per command for each round. */
    public static void main(String[] args) throws IOException {
        int callers = Integer.parseInt(args[0]);
        int commands = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Path folder = Files.createTempDirectory("load");
        try (TestStore store = new TestStore(folder);
                TestIssuer issuer = TestIssuer.start();
                TestHost host =
                        TestHost.start(
                                ExhibitionService.definition(),
                                store,
                                issuer,
                                folder,
                                Map.of("ZHENGYOU_LOG_POLL", "PT0S"))) {
            String token = issuer.token("founder", Actor.SETUP);
            CallerFactory direct = () -> direct(host.runtime().commands());
            String which = args.length < 4 ? "both" : args[3];
            for (int i = 0; i < rounds; i++) {
                if (!which.equals("http")) round("in process", callers, commands, direct);
                if (!which.equals("direct"))
                    round("over HTTP ", callers, commands, () -> new Http(host.port(), token));
            }
        }
    }

    private static Caller direct(Commands commands) {
        Actor actor = new Actor("founder", Set.of(Actor.SETUP));
        return () -> {
            String id = UUID.randomUUID().toString();
            commands.send(CommandEnvelope.of(HttpTest.open(id, 10), actor).once(id));
        };
    }

    private static void round(String what, int callers, int commands, CallerFactory factory) {
        OperatingSystemMXBean os =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long[] nanos = new long[commands];
        AtomicInteger next = new AtomicInteger();
        long cpu = os.getProcessCpuTime();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++)
                threads.execute(
                        () -> {
                            try (Caller caller = factory.open()) {
                                work(caller, next, nanos);
                            }
                        });
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double micros = (os.getProcessCpuTime() - cpu) / 1e3 / commands;
        Arrays.sort(nanos);
        System.out.printf(
                "%s %d callers: %.0f commands/s, p50 %.1f ms, p99 %.1f ms, %.0f us CPU each%n",
                what,
                callers,
                commands / seconds,
                nanos[commands / 2] / 1e6,
                nanos[commands * 99 / 100] / 1e6,
                micros);
    }

    private static void work(Caller caller, AtomicInteger next, long[] nanos) {
        for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
            long begin = System.nanoTime();
            caller.call();
            nanos[i] = System.nanoTime() - begin;
        }
    }

    /** One connection that is kept alive; as little client as possible. */
    private static final class Http implements Caller {
        private final Socket socket;
        private final InputStream in;
        private final String head;

        Http(int port, String token) {
            try {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                in = new BufferedInputStream(socket.getInputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            head =
                    "POST /exhibitions/commands/OpenExhibition HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/json\r\nAuthorization: Bearer "
                            + token
                            + "\r\n";
        }

        @Override
        public void call() {
            String id = UUID.randomUUID().toString();
            byte[] body = TestHost.JSON.writeValueAsBytes(HttpTest.open(id, 10));
            String request =
                    head
                            + "Idempotency-Key: "
                            + id
                            + "\r\nContent-Length: "
                            + body.length
                            + "\r\n\r\n"
                            + new String(body, StandardCharsets.UTF_8);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                answer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void answer() throws IOException {
            String status = line();
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line())
                if (line.regionMatches(true, 0, "Content-Length: ", 0, 16))
                    length = Integer.parseInt(line.substring(16));
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            if (!status.contains(" 200")) throw new AssertionError(status + " " + body);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) throw new IOException("the connection broke");
                if (c != '\r') line.append((char) c);
            }
            return line.toString();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
