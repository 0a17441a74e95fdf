package org.zhengyou.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.signing.KeyFolder;
import org.zhengyou.kit.signing.SigningKey;
import org.zhengyou.kit.signing.VerifyingKey;

class RecordSignaturesTest {
    private static final int MANY = 3 * RecordSignatures.MOST + 5;

    @TempDir Path folder = Path.of("");
    private List<ProducerRecord<String, String>> sent = List.of();
    private List<VerifyingKey> known = List.of();

    @BeforeEach
    void sign() {
        SigningKey key = new KeyFolder(folder).own("members", true);
        known = List.of(key.verifying());
        sent = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            var record = new ProducerRecord<>("members.events.v1", "m" + i, "{\"i\":" + i + "}");
            record.headers().add("ce_position", Integer.toString(i + 1).getBytes(UTF_8));
            record.headers().add("ce_actor", "somebody".getBytes(UTF_8));
            sent.add(record);
        }
        RecordSignatures.sign("members", key, sent);
    }

    private static ConsumerRecord<String, String> arrived(
            @Nullable String key, @Nullable String value, Headers headers) {
        return new ConsumerRecord<>(
                "members.events.v1",
                3,
                7,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }

    private static ConsumerRecord<String, String> arrived(ProducerRecord<String, String> sent) {
        return arrived(sent.key(), sent.value(), sent.headers());
    }

    private boolean isSigned(ConsumerRecord<String, String> record) {
        return RecordSignatures.isSigned("members", known, record);
    }

    private static Headers with(Headers headers, String name, byte[] value) {
        Headers changed = new RecordHeaders();
        for (Header one : headers)
            changed.add(one.key(), one.key().equals(name) ? value : one.value());
        return changed;
    }

    @Test
    void every_record_is_proven_by_itself_in_whatever_order_they_come() {
        for (ProducerRecord<String, String> record : sent.reversed())
            assertThat(isSigned(arrived(record))).as(record.value()).isTrue();
    }

    @Test
    void whatever_part_of_a_record_is_changed_nobody_has_signed_it() {
        ProducerRecord<String, String> record = sent.get(9);
        Headers headers = record.headers();
        Headers without = new RecordHeaders(headers.toArray()).remove("ce_actor");
        Headers twice = new RecordHeaders(headers.toArray()).add("ce_position", new byte[] {'7'});
        Headers unsigned = new RecordHeaders(headers.toArray()).remove(RecordSignatures.HEADER);
        Stream.of(
                        arrived("m8", record.value(), headers),
                        arrived(null, record.value(), headers),
                        arrived(record.key(), "{\"i\":8}", headers),
                        arrived(record.key(), null, headers),
                        arrived(
                                record.key(),
                                record.value(),
                                with(headers, "ce_actor", new byte[0])),
                        arrived(record.key(), record.value(), without),
                        arrived(record.key(), record.value(), twice),
                        arrived(record.key(), record.value(), unsigned))
                .forEach(forged -> assertThat(isSigned(forged)).as(forged.toString()).isFalse());
    }

    @Test
    void whatever_byte_of_a_signature_is_changed_it_proves_nothing() {
        ProducerRecord<String, String> record = sent.get(9);
        byte[] proof = record.headers().lastHeader(RecordSignatures.HEADER).value();
        for (int i = 0; i < proof.length; i++) {
            byte[] changed = proof.clone();
            changed[i] ^= 1;
            assertThat(isSigned(with(record, changed))).as("byte %d", i).isFalse();
        }
        for (int length = 0; length < proof.length; length++)
            assertThat(isSigned(with(record, Arrays.copyOf(proof, length)))).isFalse();
        assertThat(isSigned(with(record, Arrays.copyOf(proof, 1 << 20)))).isFalse();
        byte[] vast = proof.clone();
        Arrays.fill(vast, 68, 72, (byte) 0x7f); // how many leaves
        assertThat(isSigned(with(record, vast))).isFalse();
    }

    private static ConsumerRecord<String, String> with(
            ProducerRecord<String, String> record, byte[] proof) {
        return arrived(
                record.key(),
                record.value(),
                with(record.headers(), RecordSignatures.HEADER, proof));
    }

    @Test
    void what_one_service_has_signed_is_not_of_another_and_a_key_of_before_still_counts() {
        SigningKey other = new KeyFolder(folder).own("activities", true);
        ConsumerRecord<String, String> record = arrived(sent.getFirst());

        assertThat(RecordSignatures.isSigned("activities", known, record)).isFalse();
        assertThat(RecordSignatures.isSigned("members", List.of(other.verifying()), record))
                .isFalse();
        assertThat(RecordSignatures.isSigned("members", List.of(), record)).isFalse();
        assertThat(
                        RecordSignatures.isSigned(
                                "members", List.of(other.verifying(), known.getFirst()), record))
                .isTrue();
    }
}
