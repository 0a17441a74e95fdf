package org.zhengyou.kit.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.host.TestHost;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.Form;
import org.zhengyou.kit.sample.ExhibitionCommand.OpenExhibition;
import org.zhengyou.kit.sample.ExhibitionId;
import tools.jackson.databind.JsonNode;

class SheetImportsHttpTest {
    private static final String ROWS = "编号\nx1\nx2\n\nx1\n";

    @TempDir Path folder = Path.of("");
    private final Exhibitions sheet = new Exhibitions();
    private TestStore store;
    private TestIssuer issuer;
    private TestHost host;

    /** One exhibition per row; a row waits for the gate. */
    private static final class Exhibitions implements SheetImport {
        private final Queue<WeakReference<SheetRow>> planned = new ConcurrentLinkedQueue<>();
        private volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public String name() {
            return "exhibitions";
        }

        @Override
        public List<String> headings() {
            return List.of("编号");
        }

        @Override
        public String naturalKey(SheetRow row) {
            return row.need("编号");
        }

        @Override
        public Planned plan(SheetRow row, UUID newId, Given given) {
            planned.add(new WeakReference<>(row));
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
            return new Planned(
                    new OpenExhibition(
                            new ExhibitionId(row.need("编号")),
                            "身边的榜样",
                            1,
                            Form.FILM,
                            List.of(),
                            Set.of(),
                            Map.of(),
                            null),
                    Instant.parse("2010-06-15T00:00:00Z"));
        }
    }

    @BeforeEach
    void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        Service service =
                Service.named("exhibitions")
                        .decider(Exhibition.decider())
                        .imports(sheet)
                        .opensPersonalData()
                        .build();
        host = TestHost.start(service, store, issuer, folder, Map.of());
    }

    @AfterEach
    void stop() {
        sheet.gate.countDown();
        host.close();
        issuer.close();
        store.close();
    }

    private Answer send(String token, String parameters, String file) {
        return host.send(
                host.request("/exhibitions/imports/exhibitions" + parameters)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(file, UTF_8)));
    }

    private String founder() {
        return issuer.token("founder", Actor.SETUP);
    }

    private JsonNode finished(JsonNode begun) {
        String path = "/exhibitions/imports/" + begun.path("id").stringValue();
        List<JsonNode> last = new ArrayList<>(List.of(begun));
        eventually(
                "the import finishes",
                () -> {
                    last.set(
                            0,
                            host.send(
                                            host.request(path)
                                                    .header("Authorization", "Bearer " + founder()))
                                    .json());
                    return last.getFirst().path("finished").booleanValue();
                });
        return last.getFirst();
    }

    @Test
    void a_file_that_says_it_is_a_form_is_read_as_a_file() {
        Answer answer =
                host.send(
                        host.request("/exhibitions/imports/exhibitions?preview=true")
                                .header("Authorization", "Bearer " + founder())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("编号\nx=1&%zz\n", UTF_8)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("total").intValue()).isEqualTo(1);
    }

    @Test
    void a_query_that_nobody_can_read_is_the_mistake_of_who_sent_it() {
        for (String query : List.of("?preview=%FF", "?=1", "?" + "preview=true&".repeat(1_001))) {
            Answer answer = send(founder(), query, ROWS);

            assertThat(answer.status()).as(query.substring(0, 3)).isEqualTo(400);
            assertThat(answer.json().path("errors").toString()).contains("query");
        }
    }

    @Test
    void of_a_finished_import_totals_and_wrong_rows_remain_and_no_row_of_the_file() {
        JsonNode report = finished(send(founder(), "", ROWS).json());

        assertThat(report.path("imported").intValue()).isEqualTo(2);
        assertThat(report.path("wrongRows").path(0).path("row").intValue()).isEqualTo(5);
        assertThat(sheet.planned).hasSize(2);
        eventually(
                "no row is kept",
                () -> {
                    System.gc();
                    return sheet.planned.stream().allMatch(row -> row.get() == null);
                });
        assertThat(finished(report)).isEqualTo(report);
    }

    @Test
    void a_few_imports_run_at_once_and_the_next_is_told_when_to_come_back() {
        sheet.gate = new CountDownLatch(1);
        List<CompletableFuture<Answer>> running = new ArrayList<>();
        for (int i = 0; i < SheetImports.MOST_AT_ONCE; i++) {
            String file = "编号\nrunning-" + i + "\n";
            running.add(CompletableFuture.supplyAsync(() -> send(founder(), "", file)));
        }
        eventually("all of them decide", () -> sheet.planned.size() == SheetImports.MOST_AT_ONCE);
        Answer refused = send(founder(), "", "编号\nnext\n");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("TOO_MUCH_AT_ONCE");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.json().path("detail").stringValue()).contains("send it again");
        sheet.gate.countDown();
        running.forEach(answer -> finished(answer.join().json()));
        eventually(
                "the next one is taken", () -> send(founder(), "", "编号\nnext\n").status() == 200);
    }

    @Test
    void files_that_come_drop_by_drop_keep_nobody_waiting() throws IOException {
        List<Socket> dripping = new ArrayList<>();
        try {
            for (int i = 0; i < 20 * SheetImports.MOST_AT_ONCE; i++) dripping.add(drip());

            assertThat(send(founder(), "", ROWS).status()).isEqualTo(200);
        } finally {
            for (Socket one : dripping) one.close();
        }
    }

    /** The first bytes of a file of some megabytes, and nothing more. */
    private Socket drip() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port());
        String head =
                """
                POST /exhibitions/imports/exhibitions HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Content-Length: 9000000\r
                \r
                编号\r
                """
                        .formatted(founder());
        socket.getOutputStream().write(head.getBytes(UTF_8));
        return socket;
    }

    @Test
    void a_file_that_cannot_be_read_gives_its_turn_back() {
        for (int i = 0; i <= SheetImports.MOST_AT_ONCE; i++)
            assertThat(send(founder(), "", "姓名\n").problem()).isEqualTo("MALFORMED_REQUEST");
        assertThat(send(founder(), "", ROWS).status()).isEqualTo(200);
    }

    @Test
    void who_never_held_an_office_is_refused_before_the_file_is_read() {
        Answer refused = send(issuer.token("anybody"), "", "no spreadsheet of ours");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("ACTOR_LACKS_AUTHORITY");
        assertThat(refused.json().path("clause").stringValue()).isEqualTo("S95");
        assertThat(sheet.planned).isEmpty();
    }

    @Test
    void what_an_import_does_not_take_is_named_and_not_passed_over() {
        Answer refused = send(founder(), "?after=x:1&preview=true&colour=red", ROWS);

        assertThat(refused.problem()).isEqualTo("MALFORMED_REQUEST");
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("after", "colour");
        assertThat(send(founder(), "?preview=true&preview=false", ROWS).status()).isEqualTo(400);
        assertThat(send(founder(), "?preview=maybe", ROWS).status()).isEqualTo(400);
        assertThat(sheet.planned).isEmpty();
    }
}
