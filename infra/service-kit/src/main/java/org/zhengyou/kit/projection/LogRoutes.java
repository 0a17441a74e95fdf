package org.zhengyou.kit.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.http.Actors;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Parameter;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.http.QueryText;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.log.Chain;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.Link;
import org.zhengyou.log.StoredEvent;

/**
 * 核验. What somebody else needs to compute the log anew: of which facts a row is made, what was
 * hashed of these, and the links of the chain from there to the head. Nothing that is answered here
 * is a verdict; whoever asks computes.
 */
final class LogRoutes {
    private static final String VIEW = "view";
    private static final String KEY = "key";
    private static final String POSITION = "position";
    private static final int MOST_ENTRIES = 100;
    private static final int LINKED_EVENTS = 4_000;
    private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,17}");

    private final LiveState live;
    private final Answers answers;
    private final Knowledge knowledge;

    LogRoutes(LiveState live, Answers answers, Knowledge knowledge) {
        this.live = live;
        this.answers = answers;
        this.knowledge = knowledge;
    }

    /**
     * Entries of a log.
     *
     * @param service whose log it is
     * @param identity of the log, 64 hexadecimal digits
     * @param entries in the order of their positions
     */
    record LogEntries(String service, String identity, List<LogEntry> entries) {}

    /**
     * An entry of a log.
     *
     * @param position its position
     * @param id the event's id
     * @param type its stored name
     * @param effectiveAt when it is true
     * @param recordedAt when it was recorded
     * @param leaf SHA-256 of a zero byte and the canonical bytes, 64 hexadecimal digits
     * @param bytes the canonical bytes in base64; null if the reader may not see all rows of its
     *     decision
     */
    record LogEntry(
            long position,
            String id,
            String type,
            Instant effectiveAt,
            Instant recordedAt,
            String leaf,
            @Nullable String bytes) {}

    /**
     * A part of the chain.
     *
     * @param service whose log it is
     * @param identity of the log, 64 hexadecimal digits
     * @param previous the hash before the first of these transactions, 64 hexadecimal digits
     * @param transactions in order, without a gap
     */
    record ChainPart(
            String service, String identity, String previous, List<ChainLink> transactions) {}

    /**
     * A transaction of the chain; its hash is SHA-256(hash before ‖ leaves).
     *
     * @param position of its first event
     * @param leaves of its events, 64 hexadecimal digits each
     * @param hash 64 hexadecimal digits
     */
    record ChainLink(long position, List<String> leaves, String hash) {
        private static ChainLink of(Link link) {
            HexFormat hex = HexFormat.of();
            return new ChainLink(
                    link.position(),
                    link.leaves().stream().map(hex::formatHex).toList(),
                    hex.formatHex(link.hash()));
        }
    }

    /** What is promised of all of them, in the order of {@link #resources}. */
    static List<Operation> operations(String service) {
        return List.of(facts(service), entries(service), chain(service));
    }

    private static Operation facts(String service) {
        List<Parameter> parameters = new ArrayList<>(QuestionParameters.ofOne());
        parameters.add(Parameter.query(VIEW, "Name of a view of this service."));
        parameters.add(Parameter.query(KEY, "Of a row, as the list says it of its rows."));
        return Operation.get("/" + service + "/log/facts")
                .called("audit", "facts of a row")
                .saying("依据: of which facts a row is made. For whoever may see the row.")
                .with(parameters)
                .refusing(404)
                .answering(Content.json(RowFacts.class));
    }

    private static Operation entries(String service) {
        return Operation.get("/" + service + "/log/entries")
                .called("audit", "entries of the log")
                .saying(
                        "账本条目: what was hashed. For auditors and those who hold an office at the"
                                + " committee; the bytes only if they may see every row that the"
                                + " entry's decision made or changed. Sealed values stay sealed.")
                .with(
                        List.of(
                                Parameter.query(
                                                POSITION,
                                                "Of an entry; at most %d of them."
                                                        .formatted(MOST_ENTRIES))
                                        .formed(PLACE)
                                        .repeated()))
                .refusing(403, 404)
                .answering(Content.json(LogEntries.class));
    }

    private static Operation chain(String service) {
        return Operation.get("/" + service + "/log/chain")
                .called("audit", "links of the chain")
                .saying(
                        "哈希链: the transactions from the one of this position on, a part at a time."
                                + " There are hashes only. For auditors and those who hold an"
                                + " office at the committee.")
                .with(List.of(Parameter.query(POSITION, "Where to begin.").formed(PLACE)))
                .refusing(403, 404)
                .answering(Content.json(ChainPart.class));
    }

    List<Resource> resources() {
        String service = live.service();
        return List.of(
                new Resource(facts(service), this::facts),
                new Resource(entries(service), this::entries),
                new Resource(chain(service), this::chain));
    }

    private OfficeReader reader() {
        return new OfficeReader(
                Actors.current(), live.runtime().log().clock().instant(), knowledge);
    }

    private OfficeReader verifier() {
        OfficeReader reader = reader();
        if (!reader.isAuditor() && !reader.isAtCommittee())
            throw ProblemException.of(
                    ProblemKind.NOT_PERMITTED,
                    "for auditors and those who hold an office at the committee");
        return reader;
    }

    private ServerResponse facts(ServerRequest request) {
        MultiValueMap<String, String> said =
                new LinkedMultiValueMap<>(QueryText.of(request.servletRequest()));
        String name = one(said, VIEW);
        String key = one(said, KEY);
        said.remove(VIEW);
        said.remove(KEY);
        LiveView<?> view =
                live.served().stream()
                        .filter(served -> served.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> nothing("there is no such view"));
        Question question =
                QuestionReader.read(
                        live.service(),
                        name,
                        live.sources(),
                        said,
                        true,
                        new Fields(view.view()),
                        live.runtime().log().clock());
        return JsonAnswer.ok(
                live.runtime().shownJson(), answers.facts(view, key, question, reader()));
    }

    private ServerResponse entries(ServerRequest request) {
        SeenEntries seen = new SeenEntries(live, verifier());
        MultiValueMap<String, String> said =
                new LinkedMultiValueMap<>(QueryText.of(request.servletRequest()));
        List<String> positions = said.getOrDefault(POSITION, List.of());
        said.remove(POSITION);
        QueryText.requireKnown(said, Set.of());
        if (positions.isEmpty() || positions.size() > MOST_ENTRIES)
            throw ProblemException.malformed(
                    POSITION,
                    "must be given 1 to %1$d times | 须给出 1 至 %1$d 次".formatted(MOST_ENTRIES));
        EventLog log = live.runtime().log();
        List<LogEntry> entries =
                positions.stream()
                        .map(LogRoutes::place)
                        .sorted()
                        .distinct()
                        .map(position -> entry(at(log, position), seen))
                        .toList();
        return JsonAnswer.ok(
                live.runtime().shownJson(), new LogEntries(live.service(), identity(log), entries));
    }

    private static LogEntry entry(StoredEvent event, SeenEntries seen) {
        return new LogEntry(
                event.position(),
                event.id(),
                event.type(),
                event.effectiveAt(),
                event.recordedAt(),
                Chain.leafHex(event),
                seen.isShown(event)
                        ? Base64.getEncoder().encodeToString(Chain.bytes(event))
                        : null);
    }

    private ServerResponse chain(ServerRequest request) {
        verifier();
        MultiValueMap<String, String> said = QueryText.of(request.servletRequest());
        QueryText.requireKnown(said, Set.of(POSITION));
        EventLog log = live.runtime().log();
        List<Link> links = log.links(place(one(said, POSITION)), LINKED_EVENTS);
        if (links.isEmpty()) throw nothing("the log has not come so far");
        return JsonAnswer.ok(
                live.runtime().shownJson(),
                new ChainPart(
                        live.service(),
                        identity(log),
                        HexFormat.of().formatHex(log.hashBefore(links.getFirst().position())),
                        links.stream().map(ChainLink::of).toList()));
    }

    private static StoredEvent at(EventLog log, long position) {
        return log.page(position - 1, 1).stream()
                .findFirst()
                .orElseThrow(() -> nothing("the log has not come so far"));
    }

    /** Of a log that is not empty. */
    private static String identity(EventLog log) {
        return log.identity().orElseThrow();
    }

    private static String one(MultiValueMap<String, String> said, String name) {
        List<String> values = said.getOrDefault(name, List.of());
        if (values.size() != 1 || values.getFirst().isEmpty())
            throw ProblemException.malformed(name, "must be given once | 须给出一次");
        return values.getFirst();
    }

    private static long place(String text) {
        if (!PLACE.matcher(text).matches())
            throw ProblemException.malformed(
                    POSITION, "must be a whole number from 1 | 须为自 1 起的整数");
        return Long.parseLong(text);
    }

    private static ProblemException nothing(String why) {
        return ProblemException.of(ProblemKind.NO_SUCH_RESOURCE, why);
    }
}
