package org.zhengyou.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengyou.bench.LogSubject.Cell;

/** The processes of a comparison: server, workers, peers. */
final class LogSite implements AutoCloseable {
    private static final String DURABLE = "/?w=majority&journal=true";
    private static final String RECORDING =
            "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=";

    private final List<WorkerProcess> all = new ArrayList<>();
    private final WorkerProcess server;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final @Nullable WorkerProcess peers;
    private final boolean onPostgres;

    /**
     * Starts all of them on an empty folder.
     *
     * @param processes that append to a log
     * @param database address of PostgreSQL; empty if there is none
     */
    LogSite(Path folder, int processes, String database) {
        this(folder, processes, database, List.of(), List.of());
    }

    private LogSite(
            Path folder,
            int processes,
            String database,
            List<String> ofServer,
            List<String> ofWorkers) {
        String own = System.getProperty("java.class.path");
        String serving = LogServer.class.getName();
        server = added(WorkerProcess.start(own, serving, folder.toString(), ofServer));
        String listening = server.heard(LogServer.LISTENING);
        String address = listening.substring(LogServer.LISTENING.length()) + DURABLE;
        for (int i = 0; i < processes; i++)
            workers.add(
                    added(WorkerProcess.start(own, LogWorker.class.getName(), address, ofWorkers)));
        workers.forEach(WorkerProcess::answer);
        onPostgres = !database.isEmpty();
        peers = peers(address + " " + database);
    }

    /** A server and one worker that the JVM's flight recorder watches. */
    static LogSite recorded(Path folder) {
        return new LogSite(
                folder.resolve("data"),
                1,
                "",
                List.of(RECORDING + recordingOfServer(folder)),
                List.of(RECORDING + recordingOfClient(folder)));
    }

    /** Where the recording of its server is once it is closed. */
    static Path recordingOfServer(Path folder) {
        return folder.resolve("server.jfr");
    }

    /** Where the recording of its worker is once it is closed. */
    static Path recordingOfClient(Path folder) {
        return folder.resolve("client.jfr");
    }

    private @Nullable WorkerProcess peers(String addresses) {
        String classPath = System.getProperty("zhengyou.bench.axon4.classpath", "");
        if (classPath.isEmpty()) return null;
        String main = "org.zhengyou.bench.axon4.PeerWorker";
        WorkerProcess started =
                added(WorkerProcess.start(classPath, main, addresses.strip(), List.of()));
        started.answer();
        return started;
    }

    private WorkerProcess added(WorkerProcess process) {
        all.add(process);
        return process;
    }

    /** Whether Axon 4 is there. */
    boolean hasPeers() {
        return peers != null;
    }

    /**
     * All workers at once, each on a log of its own and then on one that they share, and the peers
     * as long: a process that has just begun is no measure.
     */
    void warmUp(double seconds) {
        for (int i = 0; i < workers.size(); i++)
            workers.get(i).tell("append own%d 16 %s".formatted(i, seconds));
        workers.forEach(WorkerProcess::answer);
        workers.forEach(worker -> worker.tell("append warm 8 " + seconds));
        workers.forEach(WorkerProcess::answer);
        if (peers == null) return;
        peers.ask("append-mongo - 16 " + (onPostgres ? seconds : 2 * seconds));
        if (onPostgres) peers.ask("append-jdbc - 16 " + seconds);
    }

    /** Appends for so long. */
    Appended append(Cell cell, double seconds) {
        String collection = cell.isShared() ? "shared" : "alone";
        String task =
                "%s %s %d %s".formatted(cell.subject().task(), collection, cell.writers(), seconds);
        return cell.subject().isAxon()
                ? peer(task)
                : measured(workers.subList(0, cell.processes()), task);
    }

    /** Tells the first worker. */
    Appended worker(String task) {
        return measured(workers.subList(0, 1), task);
    }

    /** Tells Axon 4. */
    Appended peer(String task) {
        if (peers == null) throw new IllegalStateException("Axon 4 is not on any class path");
        return measured(List.of(peers), task);
    }

    /** Tells the first worker something that is only prepared. */
    void prepare(String task) {
        workers.getFirst().ask(task);
    }

    private Appended measured(List<WorkerProcess> who, String task) {
        CpuUse before = used(who);
        who.forEach(worker -> worker.tell(task));
        List<Map<String, Double>> answers = who.stream().map(WorkerProcess::answer).toList();
        return Appended.of(answers, used(who).since(before));
    }

    /** With the workers in the place of this process, which does nothing. */
    private CpuUse used(List<WorkerProcess> who) {
        double clients = who.stream().mapToDouble(w -> CpuUse.now(w.pid()).process()).sum();
        CpuUse now = CpuUse.now(server.pid());
        return new CpuUse(now.process(), clients, now.machine());
    }

    @Override
    public void close() {
        for (WorkerProcess one : all.reversed()) one.close();
    }
}
