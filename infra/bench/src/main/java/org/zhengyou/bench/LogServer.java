package org.zhengyou.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;

/** The server of all subjects that store documents, in a process of its own. */
final class LogServer {
    /** What this prints before the address. */
    static final String LISTENING = "listening on ";

    private LogServer() {}

    /** Serves a folder, every acknowledged write forced to the device, until the input ends. */
    public static void main(String[] folder) throws IOException {
        try (EmbeddedMongo server = EmbeddedMongo.start(Path.of(folder[0]), 0, Durability.FSYNC)) {
            System.out.println(LISTENING + server.connectionString());
            while (System.in.read() >= 0) Thread.onSpinWait();
        }
    }
}
