package org.zhengyou.kit.projection;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.http.Actors;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.log.ChainHead;
import org.zhengyou.log.EventLog;

/**
 * 日志末位. {@code GET /{service}/heads}: the last position of each of the two logs and the hash over
 * everything up to it. Who keeps one can prove later that nothing before it was changed. For
 * auditors, operators and those who hold an office at the committee; there is nothing personal in
 * it.
 */
final class HeadRoutes {
    private final ServiceRuntime runtime;
    private final Knowledge knowledge;

    HeadRoutes(ServiceRuntime runtime, Knowledge knowledge) {
        this.runtime = runtime;
        this.knowledge = knowledge;
    }

    /**
     * The heads of one service.
     *
     * @param service its name
     * @param log of its own events
     * @param inbox of the events it learnt
     */
    record Heads(String service, Head log, Head inbox) {}

    /**
     * The head of one log.
     *
     * @param identity of the log, 64 hexadecimal digits; null as long as it is empty
     * @param position of the last event; 0 if there is none
     * @param hash 64 hexadecimal digits
     */
    record Head(@Nullable String identity, long position, String hash) {
        private static Head of(EventLog log) {
            ChainHead head = log.chainHead();
            return new Head(log.identity().orElse(null), head.position(), head.hex());
        }
    }

    /** What is promised of them. */
    static Operation operation(String service) {
        return Operation.get("/" + service + "/heads")
                .called("audit", "heads of the logs")
                .saying(
                        "日志末位: the last position of the log and of the inbox, each with the hash over"
                                + " everything up to it. For auditors, operators and those who hold"
                                + " an office at the committee.")
                .refusing(403)
                .answering(Content.json(Heads.class));
    }

    Resource resource() {
        return new Resource(operation(runtime.service().name()), request -> heads());
    }

    private ServerResponse heads() {
        Actor actor = Actors.current();
        var reader = new OfficeReader(actor, runtime.log().clock().instant(), knowledge);
        if (!actor.roles().contains(Actor.OPERATOR)
                && !reader.isAuditor()
                && !reader.isAtCommittee())
            throw ProblemException.of(
                    ProblemKind.NOT_PERMITTED,
                    "for auditors, operators and those who hold an office at the committee");
        return JsonAnswer.ok(
                runtime.shownJson(),
                new Heads(
                        runtime.service().name(),
                        Head.of(runtime.log()),
                        Head.of(runtime.inbox())));
    }
}
