package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.log.conformance.Samples.alone;
import static org.zhengyou.log.conformance.Samples.events;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.Chain;
import org.zhengyou.log.ChainHead;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.Progress;
import org.zhengyou.log.VerifyReport;
import org.zhengyou.log.VerifyReport.Broken;
import org.zhengyou.log.VerifyReport.Fault;
import org.zhengyou.log.VerifyReport.Intact;

/** Every kind of tampering is done to the stored documents and must be named with its place. */
public abstract class Tampering extends Kit {
    /** On this server. */
    protected Tampering(Server server) {
        super(server);
    }

    private ChainHead head = new ChainHead(0, Chain.genesis());
    private String identity = "";

    /** Transactions at 1, 2 to 4, 5, 6, 7. */
    @BeforeEach
    void a_log() {
        try (EventLog log = EventLog.open(collection(), alone())) {
            log.append(events(1, "member=m1"), Condition.none());
            log.append(events(3, "member=m2"), Condition.none());
            for (int i = 0; i < 3; i++) {
                log.append(events(1, "member=m3"), Condition.none());
            }
            head = log.chainHead();
            identity = log.identity().orElseThrow();
        }
    }

    @Test
    void an_untouched_log_is_intact() {
        List<Long> progress = new ArrayList<>();
        assertThat(LogVerifier.verify(collection(), progress::add, head))
                .isEqualTo(new Intact(7, head, identity));
        assertThat(progress).containsExactly(7L);
    }

    @Test
    void an_empty_log_is_intact() {
        assertThat(LogVerifier.verify(empty(), Progress.none()))
                .isEqualTo(new Intact(0, new ChainHead(0, Chain.genesis()), ""));
    }

    @Test
    void a_changed_payload_is_named() {
        change(2, event(2, 1), "p", "{\"n\":9}");
        broken(2, Fault.CHANGED);
    }

    @Test
    void a_changed_effective_time_is_named() {
        change(5, event(5, 0), "f", Samples.JUNE_2010.toEpochMilli() * 1_000 + 1);
        broken(5, Fault.CHANGED);
    }

    @Test
    void changed_metadata_is_named() {
        change(6, event(6, 0), "m", new Document("actor", "somebody else"));
        broken(6, Fault.CHANGED);
    }

    @Test
    void a_changed_recording_time_is_named() {
        put(document(5).append("at", Samples.JUNE_2010));
        broken(5, Fault.CHANGED);
    }

    @Test
    void a_tag_changed_everywhere_is_named() {
        Document document = document(6).append("g", List.of("member=m9"));
        document.getList("e", Document.class).getFirst().append("g", List.of("member=m9"));
        put(document);
        broken(6, Fault.CHANGED);
    }

    @Test
    void two_events_of_a_transaction_that_changed_places_are_named() {
        Document document = document(2);
        List<Document> events = new ArrayList<>(document.getList("e", Document.class));
        Collections.swap(events, 0, 2);
        put(document.append("e", events));
        broken(2, Fault.CHANGED);
    }

    @Test
    void a_first_transaction_that_is_gone_is_named() {
        collection().deleteOne(Filters.eq("_id", 1L));
        broken(1, Fault.MISSING);
    }

    @Test
    void a_changed_hash_is_named() {
        Document document = document(7);
        put(document.append("h", document(6).get("h")));
        broken(7, Fault.CHANGED);
    }

    @Test
    void a_missing_transaction_is_named() {
        collection().deleteOne(Filters.eq("_id", 2L));
        broken(2, Fault.MISSING);
    }

    @Test
    void neighbours_that_changed_places_are_named() {
        swap(5, 6);
        broken(5, Fault.REORDERED);
    }

    @Test
    void distant_transactions_that_changed_places_are_named() {
        swap(5, 7);
        broken(5, Fault.REORDERED);
    }

    @Test
    void an_inserted_transaction_is_named_though_all_others_moved_up() {
        put(document(7).append("_id", 8L));
        put(document(6).append("_id", 7L));
        change(6, event(6, 0), "p", "{\"n\":77}");
        broken(6, Fault.INSERTED);
    }

    @Test
    void a_transaction_within_another_is_named() {
        put(document(5).append("_id", 3L));
        broken(3, Fault.INSERTED);
    }

    @Test
    void what_is_no_transaction_is_named() {
        put(document(5).append("n", 2));
        broken(5, Fault.NOT_READABLE);
        put(new Document("_id", 5L).append("x", 1));
        broken(5, Fault.NOT_READABLE);
    }

    @Test
    void tags_that_would_mislead_a_reader_are_named() {
        put(document(6).append("g", List.of("member=m9")));
        broken(6, Fault.NOT_READABLE);
    }

    @Test
    void a_cut_off_end_is_named_by_who_knows_the_head() {
        collection().deleteOne(Filters.eq("_id", 7L));
        assertThat(LogVerifier.verify(collection(), Progress.none()).intact()).isTrue();
        broken(7, Fault.TRUNCATED);
    }

    @Test
    void a_rewritten_end_is_named_by_who_knows_the_head() {
        collection().deleteOne(Filters.eq("_id", 7L));
        try (EventLog log = EventLog.open(collection(), alone())) {
            log.append(events(2, "member=m3"), Condition.none());
        }
        assertThat(LogVerifier.verify(collection(), Progress.none()).intact()).isTrue();
        broken(7, Fault.CHANGED);
    }

    @Test
    void of_several_heads_that_were_kept_each_is_met_or_named() {
        ChainHead two = new ChainHead(2, head.hash());
        ChainHead nine = new ChainHead(9, head.hash());
        assertThat(known(head, new ChainHead(0, Chain.genesis()), head).intact()).isTrue();
        for (List<ChainHead> kept : List.of(List.of(head, two), List.of(nine, two)))
            assertThat(known(kept.toArray(ChainHead[]::new)))
                    .isInstanceOfSatisfying(
                            Broken.class,
                            broken -> {
                                assertThat(broken.position()).isEqualTo(2);
                                assertThat(broken.fault()).isEqualTo(Fault.CHANGED);
                            });
        assertThat(known(nine, head))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> {
                            assertThat(broken.position()).isEqualTo(8);
                            assertThat(broken.fault()).isEqualTo(Fault.TRUNCATED);
                        });
    }

    private VerifyReport known(ChainHead... heads) {
        return LogVerifier.verify(collection(), Progress.none(), List.of(heads), event -> {});
    }

    private void broken(long position, Fault fault) {
        VerifyReport report = LogVerifier.verify(collection(), Progress.none(), head);
        assertThat(report).isInstanceOf(Broken.class);
        Broken broken = (Broken) report;
        assertThat(broken.position()).isEqualTo(position);
        assertThat(broken.fault()).as(broken.detail()).isEqualTo(fault);
    }

    private Document document(long id) {
        return Objects.requireNonNull(
                collection().find(Filters.eq("_id", id)).sort(Sorts.ascending("_id")).first());
    }

    private Document event(long id, int index) {
        return document(id).getList("e", Document.class).get(index);
    }

    private void change(long id, Document event, String field, Object value) {
        Document document = document(id);
        for (Document one : document.getList("e", Document.class)) {
            if (one.equals(event)) {
                one.append(field, value);
            }
        }
        put(document);
    }

    private void swap(long one, long other) {
        Document first = document(one);
        Document second = document(other);
        put(first.append("_id", other));
        put(second.append("_id", one));
    }

    private void put(Document document) {
        collection().deleteOne(Filters.eq("_id", document.get("_id")));
        collection().insertOne(document);
    }
}
