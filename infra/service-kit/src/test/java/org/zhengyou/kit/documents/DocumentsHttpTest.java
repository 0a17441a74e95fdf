package org.zhengyou.kit.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.model.Filters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.documents.papers.PaperCommand.Annex;
import org.zhengyou.kit.documents.papers.PaperCommand.FilePaper;
import org.zhengyou.kit.documents.papers.PaperId;
import org.zhengyou.kit.documents.papers.PaperService;
import org.zhengyou.kit.host.TestHost;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.json.Json;
import tools.jackson.databind.JsonNode;

/** Documents over real HTTP, sealed in a real store. */
class DocumentsHttpTest {
    private static final int LARGEST = 50 << 20;
    private static final String DOCUMENTS = "/papers/documents";

    @TempDir static Path folder = Path.of("");
    private static TestStore store;
    private static TestIssuer issuer;
    private static TestHost host;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        host = TestHost.start(PaperService.definition(), store, issuer, folder, Map.of());
    }

    @AfterAll
    static void stop() {
        HTTP.close();
        host.close();
        issuer.close();
        store.close();
    }

    private static HttpResponse<String> send(String person, BodyPublisher body, String... roles) {
        try {
            return HTTP.send(
                    host.request(DOCUMENTS)
                            .header("Authorization", "Bearer " + issuer.token(person, roles))
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.tolerant().readTree(answer.body());
    }

    /** Stores a document and returns its digest. */
    private static String store(String person, byte[] bytes) {
        HttpResponse<String> answer = send(person, BodyPublishers.ofByteArray(bytes));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("digest").asString();
    }

    private static void refused(int status, String code, byte[] bytes, String... words) {
        HttpResponse<String> answer = send("mallory", BodyPublishers.ofByteArray(bytes));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("detail").asString()).contains(words);
    }

    private static <T> HttpResponse<T> ask(
            String method, String person, String digest, HttpResponse.BodyHandler<T> into) {
        try {
            return HTTP.send(
                    host.request(DOCUMENTS + "/" + digest)
                            .header("Authorization", "Bearer " + issuer.token(person))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    into);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static byte[] read(String person, String digest) {
        HttpResponse<byte[]> answer = ask("GET", person, digest, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static void finds(int status, String person, String digest) {
        assertThat(ask("GET", person, digest, BodyHandlers.discarding()).statusCode())
                .as(person)
                .isEqualTo(status);
    }

    private static Answer file(String person, String paper, String to, String digest) {
        return host.send(
                "FilePaper",
                issuer.token(person),
                new FilePaper(new PaperId(paper), to, digest, List.of()));
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new LinkageError("no SHA-256", e);
        }
    }

    private static long pieces() {
        return host.runtime().database().getCollection("document_chunks").countDocuments();
    }

    @Test
    void a_document_is_told_by_its_digest_and_read_by_who_stored_it() {
        byte[] plan = Samples.pdf("实施方案");
        HttpResponse<String> stored = send("anna", BodyPublishers.ofByteArray(plan));
        assertThat(stored.statusCode()).isEqualTo(200);
        assertThat(json(stored).toString())
                .isEqualTo(
                        "{\"digest\":\"%s\",\"type\":\"application/pdf\",\"bytes\":%d}"
                                .formatted(sha256(plan), plan.length));

        var read = ask("GET", "anna", sha256(plan), BodyHandlers.ofByteArray());
        assertThat(read.body()).isEqualTo(plan);
        assertThat(read.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(read.headers().firstValue("Content-Length")).hasValue("" + plan.length);
        assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline")
                .contains(".pdf");
        assertThat(read.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(read.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox", "default-src 'none'");

        var head = ask("HEAD", "anna", sha256(plan), BodyHandlers.ofByteArray());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).hasValue("" + plan.length);
    }

    @Test
    void the_same_bytes_again_change_nothing() {
        byte[] paper = Samples.pdf("twice");
        String digest = store("anna", paper);
        long before = pieces();
        assertThat(store("anna", paper)).isEqualTo(digest);
        assertThat(store("ben", paper)).isEqualTo(digest);
        assertThat(pieces()).isEqualTo(before);
        assertThat(read("ben", digest)).isEqualTo(paper);
    }

    @Test
    void others_find_nothing_as_if_there_were_none() {
        String digest = store("anna", Samples.pdf("hidden"));
        var there = ask("GET", "carl", digest, BodyHandlers.ofString());
        var none = ask("GET", "carl", "0".repeat(64), BodyHandlers.ofString());
        assertThat(there.statusCode()).isEqualTo(404);
        assertThat(there.body()).isEqualTo(none.body());
        finds(404, "anna", "no-digest");
    }

    @Test
    void once_a_fact_names_it_who_is_shown_the_fact_reads_it_and_nobody_else() {
        byte[] paper = Samples.pdf("for ben");
        String digest = store("anna", paper);
        assertThat(file("anna", "p-1", "ben", digest).status()).isEqualTo(200);
        eventually("the fact is seen", () -> named(digest));

        assertThat(read("ben", digest)).isEqualTo(paper);
        finds(404, "anna", digest);
        finds(404, "carl", digest);
        assertThat(
                        host.send(
                                        host.request(DOCUMENTS + "/" + digest)
                                                .header(
                                                        "Authorization",
                                                        "Bearer "
                                                                + issuer.token(
                                                                        "eve", Actor.AUDITOR)))
                                .status())
                .isEqualTo(404);
    }

    private static boolean named(String digest) {
        return host.runtime().knowledge().look(DocumentNames.class, digest).isNamed();
    }

    @Test
    void the_past_of_a_row_opens_what_it_named_then() {
        String first = store("anna", Samples.pdf("first edition"));
        String second = store("anna", Samples.pdf("second edition"));
        dated("2010-06-01", new FilePaper(new PaperId("p-2"), "ben", first, List.of()));
        dated("2010-07-01", new FilePaper(new PaperId("p-2"), "ben", second, List.of()));
        eventually("both are seen", () -> named(first) && named(second));

        finds(200, "ben", second);
        finds(404, "ben", first);
        finds(200, "ben", first + "?asOf=2010-06-15");
        finds(404, "carl", first + "?asOf=2010-06-15");
        finds(400, "ben", first + "?asOf=yesterday");
    }

    private static void dated(String on, Object command) {
        assertThat(
                        host.send(
                                        host.command("FilePaper", issuer.token("anna"), command)
                                                .header("Zhengyou-Effective-At", on))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void nobody_names_a_document_of_others_and_so_comes_to_see_it() {
        String digest = store("anna", Samples.pdf("not carl's"));
        Answer refused = file("carl", "p-3", "carl", digest);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("documentDigest");
        assertThat(refused.json().at("/errors/0/reasonZh").asString()).contains("请先上传该文件");

        Answer annexed =
                host.send(
                        "FilePaper",
                        issuer.token("carl"),
                        new FilePaper(new PaperId("p-3"), "carl", "x", List.of(new Annex(digest))));
        assertThat(annexed.json().at("/errors/0/field").asString()).isEqualTo("annexes[0].digest");
        Answer entered =
                host.send(
                        host.command(
                                        "FilePaper",
                                        issuer.token("carl"),
                                        new FilePaper(new PaperId("p-3"), "carl", "x", List.of()))
                                .header("Zhengyou-Document", digest));
        assertThat(entered.json().at("/errors/0/field").asString()).isEqualTo("Zhengyou-Document");

        store("carl", Samples.pdf("not carl's"));
        assertThat(file("carl", "p-3", "carl", digest).status()).isEqualTo(200);
    }

    @Test
    void what_is_kept_elsewhere_may_be_named_as_before() {
        assertThat(file("anna", "p-4", "ben", "f".repeat(64)).status()).isEqualTo(200);
        assertThat(file("anna", "p-5", "ben", "MD5 of a paper").status()).isEqualTo(200);
    }

    @Test
    void fifty_megabytes_pass_and_one_byte_more_is_refused_with_the_limit() throws IOException {
        var sent = new DigestInputStream(Samples.pdf(LARGEST, 1), sha256());
        HttpResponse<String> stored =
                send(
                        "large",
                        BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(() -> sent), LARGEST));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        String digest = HexFormat.of().formatHex(sent.getMessageDigest().digest());
        assertThat(json(stored).path("digest").asString()).isEqualTo(digest);
        var read = ask("GET", "large", digest, BodyHandlers.ofInputStream());
        MessageDigest back = sha256();
        try (InputStream bytes = new DigestInputStream(read.body(), back)) {
            assertThat(bytes.transferTo(OutputStream.nullOutputStream())).isEqualTo(LARGEST);
        }
        assertThat(HexFormat.of().formatHex(back.digest())).isEqualTo(digest);

        InputStream more = Samples.pdf(LARGEST + 1, 2);
        for (BodyPublisher body :
                List.of(
                        BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(() -> Samples.pdf(LARGEST + 1, 2)),
                                LARGEST + 1),
                        BodyPublishers.ofInputStream(() -> more))) {
            HttpResponse<String> refused = send("large", body);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
            assertThat(refused.body()).contains("52,428,800 bytes");
        }
    }

    @Test
    void documents_on_their_way_take_next_to_no_memory() throws Exception {
        long many = 4;
        long arrived = 30;
        long pieces = pieces();
        CountDownLatch goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long before = living();
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                String person = "sender-" + i;
                InputStream held = held(Samples.pdf(LARGEST, 100 + i), arrived << 20, goOn);
                answers.add(
                        threads.submit(
                                () -> send(person, BodyPublishers.ofInputStream(() -> held))));
            }
            eventually("most of it has arrived", () -> pieces() - pieces >= many * (arrived - 1));
            assertThat(living() - before).isLessThan((many * arrived) << 19);
            goOn.countDown();
            for (var answer : answers) assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }

    /** Bytes in use of the heap once nothing that is not needed is left. */
    private static long living() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Goes on behind that many bytes only when it may. */
    private static InputStream held(InputStream all, long from, CountDownLatch goOn) {
        return new InputStream() {
            private long read;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int offset, int most) throws IOException {
                try {
                    if (read >= from) goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException("interrupted", e);
                }
                int some = all.read(into, offset, most);
                read += Math.max(0, some);
                return some;
            }
        };
    }

    @Test
    void what_nothing_names_yet_has_a_budget_for_each_person() {
        for (int i = 0; i < 2; i++) {
            InputStream body = Samples.pdf(LARGEST, 200 + i);
            HttpResponse<String> stored = send("hoarder", BodyPublishers.ofInputStream(() -> body));
            assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        }
        HttpResponse<String> refused =
                send("hoarder", BodyPublishers.ofByteArray(Samples.pdf("x")));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("104,857,600 bytes", "24 hours");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        store("somebody-else", Samples.pdf("x"));
    }

    @Test
    void an_auditor_stores_nothing() {
        HttpResponse<String> refused =
                send("eve", BodyPublishers.ofByteArray(Samples.pdf("x")), Actor.AUDITOR);
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void what_a_document_is_its_bytes_say_and_nothing_else_is_taken() {
        String taken = "a document is a PDF, a JPEG or PNG picture, plain text in UTF-8, an XLSX";
        refused(415, "UNSUPPORTED_MEDIA_TYPE", Samples.picture("gif"), taken);
        refused(415, "UNSUPPORTED_MEDIA_TYPE", "MZ\u0000\u0003".getBytes(ISO_8859_1), taken);
        refused(415, "UNSUPPORTED_MEDIA_TYPE", "Universität".getBytes(ISO_8859_1), taken);
        refused(415, "UNSUPPORTED_MEDIA_TYPE", new byte[] {(byte) 0xE4, (byte) 0xB8}, taken);
        refused(415, "UNSUPPORTED_MEDIA_TYPE", "PK\u0003\u0004 no archive".getBytes(UTF_8), taken);
        byte[] any = "<x/>".getBytes(UTF_8);
        refused(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                Samples.archive(Map.of("a.exe", any, "[Content_Types].xml", any)),
                taken);
        refused(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                Samples.archive(
                        Map.of(
                                "[Content_Types].xml",
                                any,
                                "xl/workbook.xml",
                                any,
                                "xl/vbaProject.bin",
                                any)),
                taken);
        byte[] cut = Samples.picture("jpeg");
        refused(415, "UNSUPPORTED_MEDIA_TYPE", Arrays.copyOf(cut, cut.length / 2), "JPEG");
        byte[] bent = Samples.picture("png");
        bent[bent.length / 2] ^= 1;
        refused(415, "UNSUPPORTED_MEDIA_TYPE", bent, "PNG");
        HttpResponse<String> empty = send("mallory", BodyPublishers.noBody());
        assertThat(empty.statusCode()).isEqualTo(400);

        assertThat(type("<html>活动总结</html>".getBytes(UTF_8))).isEqualTo("text/plain;charset=UTF-8");
        for (String part : List.of("xl/workbook.xml", "word/document.xml"))
            assertThat(type(Samples.archive(Map.of("[Content_Types].xml", any, part, any))))
                    .contains(part.startsWith("xl") ? "spreadsheetml" : "wordprocessingml");
    }

    private static String type(byte[] bytes) {
        String digest = store("anna", bytes);
        var read = ask("GET", "anna", digest, BodyHandlers.ofByteArray());
        assertThat(read.body()).isEqualTo(bytes);
        assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        return read.headers().firstValue("Content-Type").orElseThrow();
    }

    @Test
    void a_picture_keeps_its_pixels_and_nothing_of_where_and_with_what_it_was_taken()
            throws IOException {
        for (byte[] taken : List.of(Samples.photograph(), Samples.drawing())) {
            assertThat(new String(taken, ISO_8859_1)).contains(Samples.PLACE);
            String digest = store("anna", taken);
            byte[] kept = read("anna", digest);
            assertThat(sha256(kept)).isEqualTo(digest).isNotEqualTo(sha256(taken));
            assertThat(new String(kept, ISO_8859_1)).doesNotContain(Samples.PLACE, "xap", "tEXt");
            assertThat(pixels(kept)).isEqualTo(pixels(taken));
            assertThat(store("anna", kept)).isEqualTo(digest);
        }
        assertThat(new String(read("anna", store("anna", Samples.photograph())), ISO_8859_1))
                .as("which side is up")
                .contains("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0");
    }

    private static List<Integer> pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        List<Integer> all = new ArrayList<>();
        for (int x = 0; x < image.getWidth(); x++)
            for (int y = 0; y < image.getHeight(); y++) all.add(image.getRGB(x, y));
        return all;
    }

    @Test
    void what_would_unpack_to_more_than_anybody_needs_is_refused_by_what_it_says() {
        refused(413, "BODY_TOO_LARGE", Samples.endlessPng(), "120,000,000 pixels");
        refused(413, "BODY_TOO_LARGE", Samples.endlessJpeg(), "120,000,000 pixels");
        refused(413, "BODY_TOO_LARGE", Samples.endlessArchive(), "500,000,000 bytes");
    }

    @Test
    void nothing_of_it_lies_in_the_store_in_clear() {
        String digest = store("anna", Samples.pdf("谁也不该在库里读到这句话"));
        var database = host.runtime().database();
        String content =
                String.valueOf(
                        database.getCollection("documents")
                                .find(Filters.eq("_id", digest))
                                .first());
        assertThat(content).doesNotContain("谁也");
        for (var piece : database.getCollection("document_chunks").find()) {
            byte[] bytes = piece.get("bytes", Binary.class).getData();
            if (bytes.length < 4096)
                assertThat(new String(bytes, UTF_8)).doesNotContain("谁也", "%PDF");
        }
    }
}
