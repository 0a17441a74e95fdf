package org.zhengyou.log;

import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyou.log.conformance.Appending;
import org.zhengyou.log.conformance.Contending;
import org.zhengyou.log.conformance.Reading;
import org.zhengyou.log.conformance.Server;
import org.zhengyou.log.conformance.Tampering;
import org.zhengyou.log.conformance.UnknownOutcomes;

/** The conformance kit on a server without any durability and with the slowest reads there are. */
@ParameterizedClass
@MethodSource("servers")
class LogConformanceTest {
    @Parameter Server server = Server.given();

    static Stream<Server> servers() {
        return Stream.of(new Server("a server in memory", Mongo::uri));
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
