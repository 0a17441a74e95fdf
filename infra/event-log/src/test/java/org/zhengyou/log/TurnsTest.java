package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Turns are a hint: nobody waits for ever, and a late comer does not take another's turn away. */
class TurnsTest {
    private final MongoCollection<Document> collection = Mongo.collection();
    private final Turns one = new Turns(collection, Duration.ofSeconds(30));
    private final Turns other = new Turns(collection, Duration.ofSeconds(30));

    private static void contend(Turns turns) {
        for (int i = 0; i < 3; i++) {
            turns.lost();
        }
    }

    @Test
    void who_loses_no_position_never_asks_for_a_turn() {
        one.lost();
        assertThat(one.await(() -> {})).isFalse();
        assertThat(one.mine()).isFalse();
        assertThat(collection.countDocuments()).isZero();
    }

    @Test
    void a_turn_is_handed_to_who_waits() {
        contend(one);
        contend(other);
        assertThat(one.await(() -> {})).isTrue();
        assertThat(other.await(one::end)).isTrue();
        assertThat(other.mine()).isTrue();
        assertThat(one.mine()).isFalse();
        one.end();
        assertThat(holder()).isEqualTo(holderAfter(other));
    }

    @Test
    void who_comes_back_and_finds_that_nobody_had_a_turn_need_not_look() {
        contend(one);
        one.await(() -> {});
        one.end();
        assertThat(one.await(() -> {})).isFalse();
        assertThat(one.mine()).isTrue();
    }

    @Test
    void the_turn_of_a_process_that_died_is_taken_over() {
        contend(one);
        contend(other);
        one.await(() -> {});
        assertThat(other.await(() -> {})).isTrue();
        assertThat(other.mine()).isTrue();
    }

    @Test
    void who_slept_through_the_end_of_its_turn_cannot_hand_on_another_s() {
        contend(one);
        contend(other);
        one.await(() -> {});
        other.await(() -> {});
        Object before = holder();
        one.end();
        assertThat(holder()).isEqualTo(before).isNotEqualTo("");
        other.end();
        assertThat(holder()).isEqualTo("");
    }

    @Test
    void a_turn_that_makes_no_sense_holds_nobody_up() {
        collection.insertOne(new Document("_id", "turn").append("f", "first"));
        contend(one);
        assertThat(one.await(() -> {})).isTrue();
        assertThat(one.mine()).isFalse();
    }

    private Object holder() {
        Document turn = collection.find().first();
        return turn == null ? "" : turn.get("o", "");
    }

    private Object holderAfter(Turns turns) {
        assertThat(turns.mine()).isTrue();
        return holder();
    }
}
