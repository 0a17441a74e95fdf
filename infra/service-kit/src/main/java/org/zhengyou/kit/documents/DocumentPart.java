package org.zhengyou.kit.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.http.Actors;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Parameter;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.http.QueryText;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.projection.QuestionParameters;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.runtime.SourceDocument;
import org.zhengyou.kit.streaming.SharedThreads;
import org.zhengyou.kit.validation.InvalidCommandException;
import org.zhengyou.kit.validation.Violation;

/**
 * 文件. {@code POST /{service}/documents} takes the bytes of a document and answers with their
 * digest, by which commands name it. {@code GET /{service}/documents/{digest}} is for whoever
 * stored it until a fact names it, and then for whoever is shown a row that does; for others there
 * is nothing. What no fact names in time is removed.
 */
public final class DocumentPart implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentPart.class);
    private static final int MOST_AT_ONCE = 32;
    private static final long LOOK_SECONDS = 60;
    private static final String DIGEST = "digest";
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final String PAPER = "Zhengyou-Document";
    private static final String OTHERS =
            "names a document that you have neither stored nor are shown: store its file first | 所指文件非您上传，您也无权查看：请先上传该文件";
    private static final MultiValueMap<String, String> NOW = new LinkedMultiValueMap<>();
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(10);

    private final ServiceRuntime runtime;
    private final DocumentLimits limits;
    private final DocumentStore store;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final Set<String> sending = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledFuture<?> looking;

    /** The documents of one service. */
    public DocumentPart(ServiceRuntime runtime) {
        this(runtime, DocumentLimits.DEFAULT);
    }

    /** With other limits than everybody's. */
    DocumentPart(ServiceRuntime runtime, DocumentLimits limits) {
        this.runtime = runtime;
        this.limits = limits;
        this.store =
                new DocumentStore(
                        runtime.database(),
                        runtime.settings().masterKeyFile(),
                        limits.kept(),
                        runtime.log().clock());
    }

    /** What is told of a document that was stored. */
    record Stored(String digest, String type, long bytes) {}

    /** A service without facts of its own names nothing. */
    private static boolean isNeeded(Service service) {
        return !service.deciders().isEmpty();
    }

    private boolean isNeeded() {
        return isNeeded(runtime.service());
    }

    @Override
    public void start() {
        if (!isNeeded()) return;
        store.start();
        looking =
                SharedThreads.workers()
                        .scheduleWithFixedDelay(
                                this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (looking != null) looking.cancel(true);
    }

    private void look() {
        try {
            expire();
        } catch (RuntimeException | Error e) { // a schedule ends with the first that is thrown
            LOG.warn("documents of {} are not looked through: {}", name(), e.toString());
        }
    }

    /** Removes what no fact names in time. Whatever was recorded until now is seen before. */
    void expire() {
        long last = runtime.log().chainHead().position();
        if (runtime.knowledge().await(name(), last, SEEN_WITHIN)) store.expire(this::isNamed);
    }

    /** See {@link DocumentStore#erase}. */
    boolean erase(String digest) {
        return store.erase(digest);
    }

    private String name() {
        return runtime.service().name();
    }

    private boolean isNamed(String digest) {
        return runtime.knowledge().look(DocumentNames.class, digest).isNamed();
    }

    /** What is promised of everything that it answers for this service. */
    public static List<Operation> operations(Service service) {
        return isNeeded(service)
                ? List.of(taking(service.name()), showing(service.name()))
                : List.of();
    }

    private static Operation taking(String service) {
        return Operation.post("/" + service + "/documents")
                .called("documents", "store a document")
                .saying(
                        "文件: a PDF, a JPEG or PNG picture, plain text in UTF-8, an XLSX or a DOCX,"
                                + " as it is, 50 MiB at most. Pictures are kept without what they"
                                + " say beside their pixels. The answer has the digest by which"
                                + " commands name it; what no act names within 24 hours is"
                                + " removed.")
                .taking(new Content.Plain(MediaType.APPLICATION_OCTET_STREAM_VALUE))
                .refusing(403, 415, 429)
                .answering(Content.json(Stored.class));
    }

    private static Operation showing(String service) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.path(DIGEST, "As the answer to its bytes said it.").formed(FORM));
        parameters.addAll(QuestionParameters.ofOne());
        return Operation.get("/" + service + "/documents/{" + DIGEST + "}")
                .called("documents", "read a document")
                .saying(
                        "For whoever stored it until an act names it, then for whoever is shown a"
                                + " row that does, at the cut of the question.")
                .with(parameters)
                .refusing(404)
                .answering(new Content.Plain(MediaType.ALL_VALUE));
    }

    @Override
    public List<Resource> resources() {
        if (!isNeeded()) return List.of();
        return List.of(
                new Resource(taking(name()), this::take),
                new Resource(showing(name()), this::show));
    }

    private ServerResponse take(ServerRequest request) throws IOException {
        Actor actor = Actors.current();
        if (actor.roles().contains(Actor.AUDITOR))
            throw ProblemException.of(
                    ProblemKind.NOT_PERMITTED, "an auditor reads everything and changes nothing");
        if (request.servletRequest().getContentLengthLong() > limits.bytes())
            throw Refusals.tooLarge(limits.bytes());
        if (!sending.add(actor.person())) throw Refusals.busy();
        try {
            if (!room.tryAcquire()) throw Refusals.busy();
            try {
                return answer(take(request, actor.person()));
            } finally {
                room.release();
            }
        } finally {
            sending.remove(actor.person());
        }
    }

    private StoredDocument take(ServerRequest request, String person) throws IOException {
        long left = limits.waiting() - store.waiting(person, this::isNamed);
        if (request.servletRequest().getContentLengthLong() > left || left <= 0)
            throw Refusals.tooMuchWaits(limits);
        Draft draft = store.begin();
        boolean isKept = false;
        try (InputStream body = request.servletRequest().getInputStream()) {
            DocumentType type = Intake.read(body, limits.bytes(), draft);
            if (draft.bytes() > left) throw Refusals.tooMuchWaits(limits);
            StoredDocument stored = store.keep(draft, type, person);
            isKept = true;
            return stored;
        } finally {
            if (!isKept) store.forget(draft);
        }
    }

    private ServerResponse answer(StoredDocument stored) {
        return JsonAnswer.ok(
                runtime.shownJson(),
                new Stored(stored.digest(), stored.type().mediaType(), stored.bytes()));
    }

    /**
     * Nobody names a document of others by its digest: whoever sees what names it would be shown
     * it. Of what is not there nothing is known, and it may be kept elsewhere.
     */
    @Override
    public void admit(CommandEnvelope envelope) {
        if (!isNeeded()) return;
        Map<String, String> named = new LinkedHashMap<>(NamedDigests.places(envelope.command()));
        SourceDocument paper = envelope.document();
        if (paper != null) named.put(PAPER, paper.digest());
        List<Violation> wrong = new ArrayList<>();
        named.forEach(
                (place, digest) -> {
                    if (!mayName(digest, envelope.actor())) wrong.add(Violation.of(place, OTHERS));
                });
        if (!wrong.isEmpty()) throw new InvalidCommandException(wrong);
    }

    private boolean mayName(String digest, Actor actor) {
        return store.find(digest)
                .map(
                        document ->
                                document.by().contains(actor.person())
                                        || readers().mayOpen(digest, actor, NOW))
                .orElse(true);
    }

    private ServerResponse show(ServerRequest request) {
        Actor reader = Actors.current();
        MultiValueMap<String, String> question = QueryText.of(request.servletRequest());
        String digest = request.pathVariable(DIGEST);
        boolean isShown = readers().mayOpen(digest, reader, question);
        StoredDocument document = store.find(digest).orElseThrow(Refusals::nothing);
        if (!isShown && !isWaiting(document, reader.person())) throw Refusals.nothing();
        InputStream bytes = store.open(document).orElseThrow(Refusals::nothing);
        return new DocumentAnswer(document, bytes);
    }

    private boolean isWaiting(StoredDocument document, String person) {
        return document.by().contains(person) && !isNamed(document.digest());
    }

    private DocumentReaders readers() {
        for (Part part : runtime.parts())
            if (part instanceof DocumentReaders readers) return readers;
        throw new IllegalStateException("no part knows who may open documents");
    }
}
