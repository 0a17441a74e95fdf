package org.zhengyou.log.axon;

import java.util.Set;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.bson.Document;

/** A tiny domain: a number is given to one member only. */
final class Members {
    private Members() {}

    record Enrol(String member, String number) {}

    record Enrolled(String member, String number) {}

    static MessageType type(Class<?> payload) {
        return new MessageType("sample." + payload.getSimpleName(), "1");
    }

    static Set<Tag> tags(EventMessage message) {
        return message.payload() instanceof Enrolled enrolled
                ? Set.of(Tag.of("member", enrolled.member()), Tag.of("number", enrolled.number()))
                : Set.of();
    }

    /** Knows one event and says so about every other. */
    static final class Codec implements PayloadCodec {
        private int reads;

        int reads() {
            return reads;
        }

        @Override
        public String write(Object payload) {
            if (payload instanceof Enrolled enrolled) {
                return new Document("member", enrolled.member())
                        .append("number", enrolled.number())
                        .toJson();
            }
            throw new IllegalArgumentException("unknown payload " + payload.getClass());
        }

        @Override
        public Object read(String type, String version, String payload) {
            if (!type.equals("sample.Enrolled") || !version.equals("1")) {
                throw new IllegalArgumentException("unknown event " + type + " " + version);
            }
            reads++;
            Document document = Document.parse(payload);
            return new Enrolled(document.getString("member"), document.getString("number"));
        }
    }
}
