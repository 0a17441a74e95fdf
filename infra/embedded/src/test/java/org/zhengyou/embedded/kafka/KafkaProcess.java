package org.zhengyou.embedded.kafka;

import java.io.IOException;
import java.nio.file.Path;

/** A node in a process of its own; ends when its input ends. */
final class KafkaProcess {
    private KafkaProcess() {}

    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), 0, 0);
        System.out.println("millis " + (System.nanoTime() - begin) / 1_000_000);
        System.out.println("ready " + kafka.bootstrapServers());
        while (System.in.read() >= 0) {}
        kafka.close();
    }
}
