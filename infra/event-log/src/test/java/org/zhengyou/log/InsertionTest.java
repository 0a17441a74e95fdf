package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.log.Insertion.Fate;

/** What an error says about the documents that were sent. */
class InsertionTest {
    private static final ServerAddress SERVER = new ServerAddress();

    @Test
    void a_lost_connection_says_nothing() {
        fate(new MongoSocketReadException("cut", SERVER), Fate.UNKNOWN);
        fate(new MongoOperationTimeoutException("too late"), Fate.UNKNOWN);
        fate(
                new MongoInterruptedException("interrupted", new InterruptedException()),
                Fate.UNKNOWN);
    }

    @Test
    void a_connection_that_never_was_says_that_nothing_was_sent() {
        fate(new MongoSocketOpenException("refused", SERVER, new Exception()), Fate.UNSENT);
    }

    @Test
    void a_member_that_is_no_longer_primary_says_nothing() {
        fate(new MongoNotPrimaryException(reply(10107), SERVER), Fate.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 91, 189, 262, 11600, 11601, 11602, 13435, 13436, 14031, 1})
    void a_command_that_broke_off_says_nothing(int code) {
        fate(new MongoCommandException(reply(code), SERVER), Fate.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 13, 20, 59, 73, 10334})
    void a_command_that_was_refused_wrote_nothing(int code) {
        fate(new MongoCommandException(reply(code), SERVER), Fate.REFUSED);
    }

    @Test
    void a_concern_that_was_not_met_says_nothing_even_of_what_was_stored() {
        WriteConcernError late = new WriteConcernError(64, "WriteConcernFailed", "", reply(64));
        Insertion insertion = Insertion.failed(bulk(List.of(error(3, 11000)), late));
        assertThat(insertion.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(insertion.stored()).isZero();
    }

    @Test
    void the_index_of_the_first_error_says_what_is_stored() {
        Insertion taken = Insertion.failed(bulk(List.of(error(3, 11000)), null));
        assertThat(taken.fate()).isEqualTo(Fate.TAKEN);
        assertThat(taken.stored()).isEqualTo(3);
        Insertion refused = Insertion.failed(bulk(List.of(error(2, 121)), null));
        assertThat(refused.fate()).isEqualTo(Fate.REFUSED);
        assertThat(refused.stored()).isEqualTo(2);
    }

    private static void fate(MongoException e, Fate expected) {
        Insertion insertion = Insertion.failed(e);
        assertThat(insertion.fate()).isEqualTo(expected);
        assertThat(insertion.stored()).isZero();
    }

    private static BsonDocument reply(int code) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("no"));
    }

    private static BulkWriteError error(int index, int code) {
        return new BulkWriteError(code, "no", new BsonDocument(), index);
    }

    private static MongoBulkWriteException bulk(
            List<BulkWriteError> errors, @Nullable WriteConcernError concern) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), errors, concern, SERVER, Set.of());
    }
}
