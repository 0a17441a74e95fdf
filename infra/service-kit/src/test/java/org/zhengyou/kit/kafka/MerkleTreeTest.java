package org.zhengyou.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static List<byte[]> leaves(int n) {
        Random random = new Random(n);
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            leaves.add(new byte[MerkleTree.HASH_BYTES]);
            random.nextBytes(leaves.getLast());
        }
        return leaves;
    }

    /** MTH of RFC 6962, section 2.1, as it stands there. */
    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.size() == 1) return leaves.getFirst();
        int k = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest sha256 = MerkleTree.sha256();
        sha256.update((byte) 1);
        sha256.update(defined(leaves.subList(0, k)));
        return sha256.digest(defined(leaves.subList(k, leaves.size())));
    }

    @Test
    void the_root_is_the_one_that_rfc_6962_defines_and_every_way_leads_there() {
        for (int n = 1; n <= 70; n++) {
            List<byte[]> leaves = leaves(n);
            MerkleTree tree = new MerkleTree(leaves);
            assertThat(tree.root()).as("%d leaves", n).isEqualTo(defined(leaves));
            for (int i = 0; i < n; i++)
                assertThat(MerkleTree.root(leaves.get(i), i, n, tree.way(i)))
                        .as("%d of %d", i, n)
                        .isEqualTo(tree.root());
        }
    }

    @Test
    void a_way_that_is_too_short_too_long_or_another_s_leads_elsewhere() {
        List<byte[]> leaves = leaves(11);
        MerkleTree tree = new MerkleTree(leaves);
        for (int i = 0; i < 11; i++) {
            List<byte[]> way = tree.way(i);
            List<byte[]> longer = new ArrayList<>(way);
            longer.add(leaves.getFirst());
            assertThat(MerkleTree.root(leaves.get(i), i, 11, longer)).isNull();
            assertThat(MerkleTree.root(leaves.get(i), i, 11, way.subList(1, way.size()))).isNull();
            for (int j = 0; j < 11; j++)
                if (j != i)
                    assertThat(MerkleTree.root(leaves.get(j), i, 11, way))
                            .isNotEqualTo(tree.root());
        }
    }
}
