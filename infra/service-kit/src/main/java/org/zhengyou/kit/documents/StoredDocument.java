package org.zhengyou.kit.documents;

import java.util.List;

/**
 * A document that is there.
 *
 * @param digest SHA-256 of its bytes, 64 hexadecimal digits
 * @param type what it is
 * @param bytes how many it has
 * @param content where these are
 * @param by who stored it
 */
record StoredDocument(
        String digest, DocumentType type, long bytes, String content, List<String> by) {
    /** Copies the list. */
    StoredDocument {
        by = List.copyOf(by);
    }
}
