package org.zhengyou.embedded.log;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.log.conformance.Appending;
import org.zhengyou.log.conformance.Contending;
import org.zhengyou.log.conformance.Reading;
import org.zhengyou.log.conformance.Server;
import org.zhengyou.log.conformance.Tampering;
import org.zhengyou.log.conformance.UnknownOutcomes;

/** The conformance kit on every server the platform can run on. */
@ParameterizedClass
@MethodSource("servers")
class LogConformanceTest {
    @TempDir static Path folder = Path.of("");
    private static EmbeddedMongo embedded;

    @Parameter Server server = Server.given();

    @BeforeAll
    static void start() {
        embedded = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    static Stream<Server> servers() {
        return Stream.of(
                new Server("the embedded server", () -> embedded.connectionString()),
                Server.given(),
                Server.container());
    }

    @Nested
    class Appends extends Appending {
        Appends() {
            super(server);
        }
    }

    @Nested
    class Contends extends Contending {
        Contends() {
            super(server);
        }
    }

    @Nested
    class Reads extends Reading {
        Reads() {
            super(server);
        }
    }

    @Nested
    class Tampers extends Tampering {
        Tampers() {
            super(server);
        }
    }

    @Nested
    class LosesTheLine extends UnknownOutcomes {
        LosesTheLine() {
            super(server);
        }
    }
}
