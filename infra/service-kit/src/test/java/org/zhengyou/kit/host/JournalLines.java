package org.zhengyou.kit.host;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.zhengyou.journal.SecurityJournal;

/**
 * What is written into the security journal from now on. Made after the server is started, which
 * sets up logging anew.
 */
public final class JournalLines implements AutoCloseable {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(SecurityJournal.LOGGER);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    /** Begins to listen. */
    public JournalLines() {
        lines.start();
        LOGGER.setLevel(Level.INFO);
        LOGGER.addAppender(lines);
    }

    /** The lines so far. */
    public List<String> written() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        LOGGER.detachAppender(lines);
    }
}
