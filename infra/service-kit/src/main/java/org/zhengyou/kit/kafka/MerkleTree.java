package org.zhengyou.kit.kafka;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Merkle tree as in RFC 6962: an inner node is SHA-256(0x01 ‖ left ‖ right). Who knows a leaf and
 * its way, the sibling of each node from there up, knows the root.
 */
final class MerkleTree {
    static final int HASH_BYTES = 32;

    /**
     * Leaves first, the root last; the last node of an odd level stands in the next one as well.
     */
    private final List<List<byte[]>> levels = new ArrayList<>();

    /** The tree over these hashes of leaves, one at least. */
    MerkleTree(List<byte[]> leaves) {
        levels.add(leaves);
        while (levels.getLast().size() > 1) levels.add(above(levels.getLast()));
    }

    private static List<byte[]> above(List<byte[]> nodes) {
        List<byte[]> above = new ArrayList<>();
        for (int i = 0; i + 1 < nodes.size(); i += 2)
            above.add(inner(nodes.get(i), nodes.get(i + 1)));
        if (nodes.size() % 2 == 1) above.add(nodes.getLast());
        return above;
    }

    byte[] root() {
        return levels.getLast().getFirst();
    }

    /** The way of the leaf with this index, from 0. */
    List<byte[]> way(int leaf) {
        List<byte[]> way = new ArrayList<>();
        int index = leaf;
        for (List<byte[]> level : levels) {
            int sibling = index ^ 1;
            if (sibling < level.size()) way.add(level.get(sibling));
            index /= 2;
        }
        return way;
    }

    /**
     * The root of the tree of {@code size} leaves in which this leaf has this index and this way;
     * null if there is no such tree.
     */
    static byte @Nullable [] root(byte[] leaf, int index, int size, List<byte[]> way) {
        byte[] node = leaf;
        int at = index;
        int last = size - 1;
        int used = 0;
        for (; last > 0; at /= 2, last /= 2) {
            if (at == last && at % 2 == 0) continue; // it has no sibling
            if (used == way.size()) return null;
            byte[] sibling = way.get(used++);
            node = at % 2 == 0 ? inner(node, sibling) : inner(sibling, node);
        }
        return used == way.size() ? node : null;
    }

    private static byte[] inner(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
