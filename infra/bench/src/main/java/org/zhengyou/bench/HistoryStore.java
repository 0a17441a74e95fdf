package org.zhengyou.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the embedded store alone takes of the rows of views that are built anew. */
final class HistoryStore {
    private static final int ROWS = 50_000;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 8;

    private final Path folder;
    private final Consumer<String> say;

    /** With room in this folder. */
    HistoryStore(Path folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
    }

    /** Of rows that lie in the folder of a platform that is stopped, by view. */
    Map<String, Double> rowsPerSecond(Path platform) throws IOException {
        Path raw = folder.resolve("raw-rows");
        List<String> main = new ArrayList<>(List.of(Bench.class.getName(), "raw-rows"));
        HistoryRebuild.ALONE.forEach(view -> main.add("--view=" + view));
        main.addAll(
                List.of(
                        "--data=" + platform,
                        "--folder=" + raw,
                        "--rows=" + ROWS,
                        "--warm-up=" + WARM_UP_SECONDS,
                        "--seconds=" + SECONDS));
        Map<String, Double> perSecond = new LinkedHashMap<>();
        String classPath = System.getProperty("java.class.path");
        try (JavaProcess process =
                JavaProcess.start(FlowCommand.flags(), classPath, main, RawRowsCommand.DONE)) {
            for (String line : process.said()) {
                if (!line.startsWith(RawRowsCommand.ROWS)) continue;
                String[] words = line.split(" ", -1);
                perSecond.put(words[1], Double.valueOf(words[2]));
            }
        }
        Folders.delete(raw);
        say.accept("the store alone takes rows/s: " + perSecond);
        return perSecond;
    }
}
