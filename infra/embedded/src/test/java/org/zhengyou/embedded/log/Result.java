package org.zhengyou.embedded.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.Progress;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.VerifyReport;

/**
 * What came of a campaign.
 *
 * @param seed decided what was done
 * @param kills processes killed
 * @param pauses processes paused
 * @param cuts times the network was cut or held up
 * @param events in the log
 * @param acknowledged transactions that clients were told are written
 * @param refused transactions that clients were told are not written
 * @param unknown transactions of which clients were told that nobody knows
 * @param faults everything that contradicts it
 */
record Result(
        long seed,
        int kills,
        int pauses,
        int cuts,
        int events,
        int acknowledged,
        int refused,
        int unknown,
        List<String> faults) {

    static Result of(Campaign campaign, Oracle oracle, Tailer tailer) {
        try (MongoClient client = MongoClients.create(campaign.uri())) {
            MongoCollection<Document> log = client.getDatabase("torture").getCollection("log");
            List<String> faults = new ArrayList<>();
            VerifyReport report = LogVerifier.verify(log, Progress.none());
            if (!report.intact()) {
                faults.add("the chain is broken: " + report);
            }
            List<StoredEvent> all = everything(client, faults);
            faults.addAll(oracle.faults(all));
            List<String> ids = all.stream().map(StoredEvent::id).toList();
            faults.addAll(tailer.faults(ids));
            return new Result(
                    campaign.seed(),
                    campaign.kills(),
                    campaign.pauses(),
                    campaign.cuts(),
                    all.size(),
                    oracle.acknowledged(),
                    oracle.refused(),
                    oracle.unknown(),
                    faults);
        }
    }

    private static List<StoredEvent> everything(MongoClient client, List<String> faults) {
        try (EventLog log = AppenderProcess.open(client)) {
            return log.page(0, Integer.MAX_VALUE);
        } catch (RuntimeException e) {
            faults.add("the log cannot be read: " + e);
            return List.of();
        }
    }
}
