package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A reply to a message.
 *
 * @param responseTo the number of the message
 * @param body what to reply; may hold {@link StoredDocument}s
 */
record Reply(int responseTo, Document body) {}
