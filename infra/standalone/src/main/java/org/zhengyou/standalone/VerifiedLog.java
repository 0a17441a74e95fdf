package org.zhengyou.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.zhengyou.log.ChainHead;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.VerifyReport;

/**
 * A log and what its verification found.
 *
 * @param name service and log
 * @param report the first fault, if there is one
 * @param disagreement where an inbox, otherwise intact, says other than the log of a source; null
 *     if it does not
 */
record VerifiedLog(String name, VerifyReport report, @Nullable String disagreement) {
    private static final long UNKNOWN = -1;

    /**
     * Verifies a log against those of the heads that are its own, with a bar of progress.
     *
     * @param events is told its events, in order
     */
    static VerifiedLog of(
            MongoClient client, String name, List<KnownHead> heads, Consumer<StoredEvent> events) {
        MongoCollection<Document> log = KeptHeads.documents(client, name);
        List<ChainHead> own =
                heads.stream()
                        .filter(head -> head.log().equals(name))
                        .map(KnownHead::head)
                        .toList();
        try (ProgressBar bar =
                new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(events(log))
                        .setStyle(ProgressBarStyle.ASCII)
                        .showSpeed()
                        .build()) {
            return new VerifiedLog(name, LogVerifier.verify(log, bar::stepTo, own, events), null);
        }
    }

    /**
     * How many events a log has, as its last document says; -1 if that says nothing, for it may be
     * anything: nobody has looked at it yet.
     */
    static long events(MongoCollection<Document> log) {
        Document last = log.find().sort(Sorts.descending("_id")).first();
        if (last == null) return 0;
        return last.get("_id") instanceof Long first && last.get("n") instanceof Integer n
                ? first + n - 1
                : UNKNOWN;
    }

    /** The same, held against the logs of its sources. */
    VerifiedLog beside(InboxCheck.Comparison sources) {
        return new VerifiedLog(name, report, sources.first().orElse(null));
    }

    /** Whether nothing is wrong with it. */
    boolean isIntact() {
        return report.intact() && disagreement == null;
    }
}
