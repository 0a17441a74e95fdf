package org.zhengyou.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Debian's PostgreSQL on a folder of its own, if it is installed. It refuses to run as root, and
 * then runs as {@code postgres}.
 */
final class Postgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final AtomicInteger made = new AtomicInteger();
    private final Path binaries;
    private final Path folder;
    private final int port;
    private final String reason;

    private Postgres(Path binaries, Path folder, int port, String reason) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.reason = reason;
    }

    /**
     * Starts it, with an acknowledged commit forced to the device.
     *
     * @param other folder of what it is compared with: a comparison is of one device
     */
    static Postgres startBeside(Path other) throws IOException {
        Optional<Path> binaries = binaries();
        if (binaries.isEmpty()) return missing("PostgreSQL is not installed in " + INSTALLED);
        if (ROOT && !Files.readString(Path.of("/etc/passwd")).contains("\n" + USER + ":"))
            return missing("there is no user " + USER + " to run PostgreSQL as");
        Path folder = Files.createTempDirectory("zhengyou-postgres");
        if (!Files.getFileStore(folder).equals(Files.getFileStore(other))) {
            Files.delete(folder);
            return missing("its folder would lie on another device than the others'");
        }
        if (ROOT)
            Files.setOwner(
                    folder,
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(USER));
        int port = freePort();
        Postgres postgres = new Postgres(binaries.get(), folder, port, "");
        try {
            postgres.run("initdb", "--auth=trust", "--username=bench", "--encoding=UTF8");
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::stopIfRunning));
            postgres.run("pg_ctl", "-w", "-l", "log", "-o", postgres.options(port), "start");
        } catch (IllegalStateException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    private String options(int port) {
        return "-p %d -k %s -c listen_addresses=127.0.0.1 -c synchronous_commit=on -c max_connections=200 -c shared_buffers=512MB"
                .formatted(port, folder);
    }

    private static Postgres missing(String reason) {
        return new Postgres(INSTALLED, INSTALLED, 0, reason);
    }

    /** Of the newest version. */
    private static Optional<Path> binaries() throws IOException {
        if (!Files.isDirectory(INSTALLED)) return Optional.empty();
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    boolean isThere() {
        return port != 0;
    }

    /** For JDBC; empty if it is not there. */
    String address() {
        return isThere() ? address("postgres") : "";
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=bench";
    }

    /** Makes another database; its address for JDBC. */
    String create() {
        String database = "bench" + made.incrementAndGet();
        List<String> line =
                List.of(
                        binaries.resolve("createdb").toString(),
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--username=bench",
                        database);
        await("createdb", line);
        return address(database);
    }

    /** CPU of all its processes so far, in seconds. */
    double cpu() {
        String pid = CpuUse.read(folder.resolve("data").resolve("postmaster.pid").toString());
        ProcessHandle first =
                ProcessHandle.of(Long.parseLong(pid.lines().findFirst().orElse("")))
                        .orElseThrow(() -> new IllegalStateException("PostgreSQL has ended"));
        return Stream.concat(Stream.of(first), first.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .mapToDouble(used -> used.toNanos() / 1e9)
                .sum();
    }

    /** Why it is not there. */
    String reason() {
        return reason;
    }

    private void run(String program, String... arguments) {
        List<String> line = new ArrayList<>();
        if (ROOT) line.addAll(List.of("runuser", "-u", USER, "--"));
        line.add(binaries.resolve(program).toString());
        line.addAll(List.of("-D", folder.resolve("data").toString()));
        line.addAll(List.of(arguments));
        await(program, line);
    }

    private void await(String program, List<String> line) {
        try {
            int code = process(line).waitFor();
            if (code != 0)
                throw new IllegalStateException(
                        program + ": " + Files.readString(folder.resolve("said")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Process process(List<String> line) throws IOException {
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private void stopIfRunning() {
        if (Files.exists(folder.resolve("data").resolve("postmaster.pid")))
            run("pg_ctl", "-w", "-m", "fast", "stop");
    }

    @Override
    public void close() throws IOException {
        if (!isThere()) return;
        stopIfRunning();
        Folders.delete(folder);
    }
}
