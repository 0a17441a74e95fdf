package org.zhengyou.embedded.mongo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A server in a process of its own; ends when its input ends. Its journal is so small that the
 * pages are written every now and then. Told so, it is the seeded bug: it acknowledges writes that
 * it has not written.
 */
public final class ServerProcess {
    private static final int JOURNAL = 64 << 10;

    private ServerProcess() {}

    /**
     * Says {@code ready} and where it listens.
     *
     * @param arguments folder, durability and, if it must be a certain one, port
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Persistence forgetful = store -> {};
        Persistence persistence =
                arguments[1].equals("FORGETFUL") ? forgetful : Durability.valueOf(arguments[1]);
        int port = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        EmbeddedMongo server =
                EmbeddedMongo.start(
                        new Storage.Place(folder, false, Space.RESERVE, JOURNAL),
                        port,
                        persistence);
        System.out.println("ready " + server.connectionString());
        while (System.in.read() >= 0) {}
        server.close();
    }
}
