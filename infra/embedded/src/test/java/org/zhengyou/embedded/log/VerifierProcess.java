package org.zhengyou.embedded.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.Progress;

/** Verifies a log and says what it found. */
final class VerifierProcess {
    private VerifierProcess() {}

    /**
     * Says {@code verified} and how many events.
     *
     * @param arguments connection string, database, collection
     */
    public static void main(String[] arguments) {
        try (MongoClient client = MongoClients.create(arguments[0])) {
            var log = client.getDatabase(arguments[1]).getCollection(arguments[2]);
            var report = LogVerifier.verify(log, Progress.none());
            System.out.println("verified " + report.events() + " " + report.intact());
        }
    }
}
