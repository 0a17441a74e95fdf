package org.zhengyou.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.zhengyou.embedded.PrivateFiles;
import org.zhengyou.journal.SecurityJournal;

/**
 * Where a platform in one process keeps the security journal: {@code logs/security.log} of its data
 * folder, for the owner only. When it is full, the next one is begun; the last {@value #KEPT} are
 * kept, so that it never takes more than a named room on the disk.
 */
final class SecurityLog implements AutoCloseable {
    private static final String LARGEST = "10MB";
    private static final int KEPT = 5;

    private final RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();

    private SecurityLog(LoggerContext context, String path) {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%msg%n");
        lines.start();
        file.setContext(context);
        file.setFile(path); // before its policies, which ask for it
        FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(file);
        older.setFileNamePattern(path + ".%i");
        older.setMaxIndex(KEPT);
        older.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
        full.setContext(context);
        full.setMaxFileSize(FileSize.valueOf(LARGEST));
        full.start();
        file.setEncoder(lines);
        file.setRollingPolicy(older);
        file.setTriggeringPolicy(full);
        file.start();
    }

    /** Writes it into this data folder from now on. */
    static SecurityLog in(Path data) {
        Path folder = PrivateFiles.folder(data.resolve("logs"));
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        SecurityLog log = new SecurityLog(context, folder.resolve("security.log").toString());
        Logger logger = logger();
        logger.setLevel(Level.INFO);
        logger.addAppender(log.file);
        return log;
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(SecurityJournal.LOGGER);
    }

    @Override
    public void close() {
        logger().detachAppender(file);
        file.stop();
    }
}
