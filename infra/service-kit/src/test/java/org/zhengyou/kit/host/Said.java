package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.Service;

/**
 * What a service said that could not be started by itself.
 *
 * @param lines on the standard error
 * @param log everything that was logged, with what was thrown
 */
public record Said(List<String> lines, String log) {
    private static final String LOGGING = "org.springframework.boot.logging.LoggingSystem";

    /** Starts it; it must not come up. */
    public static Said by(Service service, Map<String, Object> properties) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Level before = root.getLevel();
        // Boot would take the appender away again when the context starts.
        System.setProperty(LOGGING, "none");
        root.setLevel(Level.INFO);
        events.start();
        root.addAppender(events);
        try (PrintStream out = new PrintStream(errors, true, StandardCharsets.UTF_8);
                RunningHost host = ServiceHost.startOrSay(service, properties, out)) {
            assertThat(host).as("it started").isNull();
        } finally {
            root.detachAppender(events);
            root.setLevel(before);
            System.clearProperty(LOGGING);
        }
        return new Said(
                errors.toString(StandardCharsets.UTF_8).lines().toList(),
                events.list.stream().map(Said::text).collect(Collectors.joining("\n")));
    }

    private static String text(ILoggingEvent event) {
        String thrown =
                event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return event.getFormattedMessage() + thrown;
    }

    /** Checks that it was one line in Chinese and English with these parts, and no secret. */
    public void isOneLine(String secret, String... parts) {
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .startsWith("zhengyou: ")
                .contains(parts)
                .contains(" / ")
                .containsPattern("\\p{IsHan}")
                .doesNotContain(secret);
        assertThat(log).doesNotContain(secret);
    }
}
