package org.zhengyou.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.Chain;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

class CloudEventsTest {
    private static final String LOG = "ab".repeat(32);
    private static final StoredEvent EVENT =
            new StoredEvent(
                    42,
                    Instant.parse("2026-01-02T03:04:05.678Z"),
                    "id-1",
                    "members.MemberTransferred",
                    "1",
                    Instant.parse("2010-06-15T00:00:00.000001Z"),
                    Set.of("member=m1"),
                    Map.of(
                            "actor", "anna",
                            "authority", "S4 IMPLEMENT a1",
                            "correlation", "talk",
                            "causation", "id-0",
                            "clauses", "S4",
                            "organization", "o1",
                            "persons", "m1",
                            "basis", "secret",
                            "command", "secret",
                            "commandtext", "secret"),
                    "{\"member\":\"m1\",\"to\":\"党支部\"}");

    private static ConsumerRecord<String, String> arrived(ProducerRecord<String, String> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                3,
                7,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private static String header(ProducerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Test
    void an_event_goes_out_as_a_cloud_event() {
        ProducerRecord<String, String> record = CloudEvents.record("members", "m1", LOG, EVENT);
        assertThat(record.topic()).isEqualTo("members.events.v1");
        assertThat(record.key()).isEqualTo("m1");
        assertThat(record.value()).isEqualTo(EVENT.payload());
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id")).isEqualTo("id-1");
        assertThat(header(record, "ce_source")).isEqualTo("/zhengyou/members");
        assertThat(header(record, "ce_type")).isEqualTo("members.MemberTransferred");
        assertThat(header(record, "ce_time")).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(header(record, "ce_position")).isEqualTo("42");
        assertThat(header(record, "ce_effectiveat")).isEqualTo("2010-06-15T00:00:00.000001Z");
        assertThat(header(record, "ce_recordedat")).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(header(record, "ce_actor")).isEqualTo("anna");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @Test
    void what_is_nobody_elses_business_stays_here() {
        ProducerRecord<String, String> record = CloudEvents.record("members", "m1", LOG, EVENT);
        for (Header header : record.headers())
            assertThat(new String(header.value(), UTF_8)).doesNotContain("secret");
    }

    @Test
    void it_comes_in_as_it_went_out() {
        Received read = CloudEvents.read(arrived(CloudEvents.record("members", "m1", LOG, EVENT)));
        NewEvent learnt = read.forInbox();
        assertThat(learnt.id()).isEqualTo("id-1");
        assertThat(learnt.type()).isEqualTo("members.MemberTransferred");
        assertThat(learnt.version()).isEqualTo("1");
        assertThat(learnt.effectiveAt()).isEqualTo(EVENT.effectiveAt());
        assertThat(learnt.payload()).isEqualTo(EVENT.payload());
        assertThat(learnt.tags()).containsExactly("members:entity=m1");
        assertThat(learnt.metadata())
                .containsEntry("actor", "anna")
                .containsEntry("authority", "S4 IMPLEMENT a1")
                .containsEntry("correlation", "talk")
                .containsEntry("causation", "id-0")
                .containsEntry("source", "members")
                .containsEntry("sourcePosition", "42")
                .containsEntry("sourceLog", LOG)
                .containsEntry("sourceLeaf", Chain.leafHex(EVENT))
                .containsEntry("clauses", "S4")
                .containsEntry("organization", "o1")
                .containsEntry("persons", "m1")
                .containsEntry("sourceRecordedAt", "2026-01-02T03:04:05.678Z")
                .hasSize(12);
    }

    @Test
    void what_is_not_ours_is_not_read() {
        for (String header :
                new String[] {
                    "ce_id",
                    "ce_type",
                    "ce_source",
                    "ce_position",
                    "ce_log",
                    "ce_leaf",
                    "ce_effectiveat",
                    "ce_recordedat",
                    "ce_typeversion"
                }) {
            ProducerRecord<String, String> record = CloudEvents.record("members", "m1", LOG, EVENT);
            record.headers().remove(header);
            assertThatThrownBy(() -> CloudEvents.read(arrived(record)))
                    .as(header)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String position : new String[] {"", "x", "0", "-1", "1.5"}) {
            ProducerRecord<String, String> record = CloudEvents.record("members", "m1", LOG, EVENT);
            record.headers().remove("ce_position");
            record.headers().add("ce_position", position.getBytes(UTF_8));
            assertThatThrownBy(() -> CloudEvents.position(arrived(record)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
