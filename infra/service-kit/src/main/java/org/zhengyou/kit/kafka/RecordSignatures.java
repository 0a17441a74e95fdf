package org.zhengyou.kit.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.signing.SigningKey;
import org.zhengyou.kit.signing.VerifyingKey;

/**
 * Who published a record. Up to {@value #MOST} records that are published together are the leaves
 * of a {@link MerkleTree}, whose root the service signs; each record carries the signature and its
 * way to the root. So it is proven by itself, wherever partitions bring it, and many records cost
 * one signature.
 *
 * <ul>
 *   <li>leaf: SHA-256(0x00 ‖ key ‖ value ‖ name and value of each other header, in order), each as
 *       its length, 4 bytes, and its bytes; without any: length -1
 *   <li>signed: the text {@value #FORMAT}, the service, the number of leaves and the root in
 *       hexadecimal digits, a line each
 *   <li>header {@value #HEADER}: the signature, 64 bytes; index and number of leaves, 4 bytes each;
 *       the way, 32 bytes a node
 * </ul>
 */
final class RecordSignatures {
    static final String HEADER = "signature";
    static final int MOST = 64;
    private static final String FORMAT = "zhengyou.records.v1";
    private static final int FIXED_BYTES = VerifyingKey.SIGNATURE_BYTES + 2 * Integer.BYTES;

    /** Signatures of this process's services and their sources that were found right lately. */
    private static final Cache<Signed, Boolean> RIGHT =
            Caffeine.newBuilder().maximumSize(4_096).build();

    private RecordSignatures() {}

    /** What was signed, by whom, with which signature in hexadecimal digits. */
    private record Signed(VerifyingKey key, String text, String signature) {
        boolean isRight() {
            return key.verifies(utf8(text), HexFormat.of().parseHex(signature));
        }
    }

    /** Signs records of this service, which are complete. */
    static void sign(String service, SigningKey key, List<ProducerRecord<String, String>> records) {
        for (int from = 0; from < records.size(); from += MOST)
            signSome(service, key, records.subList(from, Math.min(from + MOST, records.size())));
    }

    private static void signSome(
            String service, SigningKey key, List<ProducerRecord<String, String>> records) {
        MerkleTree tree =
                new MerkleTree(
                        records.stream().map(r -> leaf(r.key(), r.value(), r.headers())).toList());
        byte[] signature = key.sign(utf8(text(service, records.size(), tree.root())));
        for (int i = 0; i < records.size(); i++) {
            List<byte[]> way = tree.way(i);
            ByteBuffer header =
                    ByteBuffer.allocate(FIXED_BYTES + way.size() * MerkleTree.HASH_BYTES);
            header.put(signature).putInt(i).putInt(records.size());
            way.forEach(header::put);
            records.get(i).headers().add(HEADER, header.array());
        }
    }

    /** Whether the service with one of these keys published this record as it stands. */
    static boolean isSigned(
            String service, List<VerifyingKey> keys, ConsumerRecord<String, String> record) {
        Header header = record.headers().lastHeader(HEADER);
        if (header == null || header.value() == null) return false;
        int ways = header.value().length - FIXED_BYTES;
        if (ways < 0 || ways % MerkleTree.HASH_BYTES != 0) return false;
        ByteBuffer proof = ByteBuffer.wrap(header.value());
        byte[] signature = bytes(proof, VerifyingKey.SIGNATURE_BYTES);
        int index = proof.getInt();
        int size = proof.getInt();
        if (size < 1 || size > MOST || index < 0 || index >= size) return false;
        List<byte[]> way =
                IntStream.range(0, ways / MerkleTree.HASH_BYTES)
                        .mapToObj(i -> bytes(proof, MerkleTree.HASH_BYTES))
                        .toList();
        byte[] leaf = leaf(record.key(), record.value(), record.headers());
        byte[] root = MerkleTree.root(leaf, index, size, way);
        if (root == null) return false;
        String text = text(service, size, root);
        String hex = HexFormat.of().formatHex(signature);
        return keys.stream()
                .map(key -> new Signed(key, text, hex))
                .anyMatch(RecordSignatures::isRight);
    }

    /** What is wrong is never remembered: whoever forges would push out what is right. */
    private static boolean isRight(Signed signed) {
        boolean isRight = RIGHT.get(signed, Signed::isRight);
        if (!isRight) RIGHT.invalidate(signed);
        return isRight;
    }

    private static byte[] bytes(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private static String text(String service, int size, byte[] root) {
        String hex = HexFormat.of().formatHex(root);
        return FORMAT + '\n' + service + '\n' + size + '\n' + hex + '\n';
    }

    private static byte[] leaf(@Nullable String key, @Nullable String value, Headers headers) {
        MessageDigest sha256 = MerkleTree.sha256();
        sha256.update((byte) 0);
        field(sha256, key == null ? null : utf8(key));
        field(sha256, value == null ? null : utf8(value));
        for (Header header : headers) {
            if (header.key().equals(HEADER)) continue;
            field(sha256, utf8(header.key()));
            field(sha256, header.value());
        }
        return sha256.digest();
    }

    private static void field(MessageDigest sha256, byte @Nullable [] bytes) {
        int length = bytes == null ? -1 : bytes.length;
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (bytes != null) sha256.update(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
