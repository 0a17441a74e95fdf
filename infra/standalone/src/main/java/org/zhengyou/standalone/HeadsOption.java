package org.zhengyou.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the heads of logs are kept. */
final class HeadsOption {
    @Option(
            names = "--heads",
            defaultValue = "${env:ZHENGYOU_HEADS_FILE}",
            paramLabel = "FILE",
            description = {
                "Where the heads of the logs are kept, or ZHENGYOU_HEADS_FILE (default: heads.txt in"
                        + " the data folder;",
                "safer elsewhere). 链头存档的位置（默认在数据目录内；另放他处更安全）。"
            })
    private @Nullable Path file;

    /** The file said; if none was, the one in the data folder. */
    Path of(Path data) {
        return file == null || file.toString().isBlank() ? usual(data) : file;
    }

    static Path usual(Path data) {
        return data.resolve("heads.txt");
    }
}
