package org.zhengyou.kit.host;

import com.mongodb.MongoException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What whoever calls is told when it did not work: one line, in Chinese and English, that says what
 * to do.
 */
public final class Failures {
    private static final String NO_ROOM = "no space left on device";

    private Failures() {}

    /** The line; without the name of the program. */
    public static String words(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            String said = String.valueOf(cause.getMessage());
            if (cause instanceof IllegalStateException && isInChinese(said)) return said;
        }
        for (Throwable cause : causes)
            if (cause instanceof MongoException store) return StoreConnection.words(store);
        for (Throwable cause : causes)
            if (cause instanceof IOException io) return ofFiles(io, causes);
        Throwable innermost = causes.getLast();
        return "未能完成：%1$s / it did not work: %1$s".formatted(firstLine(innermost));
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        @Nullable Throwable next = failure;
        while (next != null && !causes.contains(next)) {
            causes.add(next);
            next = next.getCause();
        }
        return causes;
    }

    private static String ofFiles(IOException io, List<Throwable> causes) {
        String said = String.valueOf(io.getMessage());
        if (said.toLowerCase(Locale.ROOT).contains(NO_ROOM)) return noRoom();
        if (io instanceof BindException)
            return "端口已被占用（%1$s），请停止占用它的程序或另选端口 / a port is taken (%1$s): stop what listens there, or choose another"
                    .formatted(firstLine(causes.getFirst()));
        if (io instanceof FileSystemException)
            return "无法读写 %1$s，请检查权限 / cannot be read or written: %1$s; check who may"
                    .formatted(said);
        return "读写失败：%1$s / reading or writing failed: %1$s".formatted(firstLine(io));
    }

    /** When the device is full. */
    public static String noRoom() {
        return "磁盘空间不足：请腾出空间后再启动，已确认的内容都在 / the disk is full: make room and start again; what was acknowledged is there";
    }

    private static boolean isInChinese(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static String firstLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("");
    }
}
