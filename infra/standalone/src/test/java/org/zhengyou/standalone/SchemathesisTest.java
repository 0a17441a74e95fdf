package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyou.kit.Service;
import org.zhengyou.standalone.Schemathesis.Said;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * What a tool that others wrote makes of the documents and of the answers. What answers is the
 * kit's, so two services are asked: one with commands, sheets and accounts, and one that only
 * shows; {@code -Dzhengyou.schemathesis=all} asks every one.
 */
class SchemathesisTest {
    private static final String WHICH = System.getProperty("zhengyou.schemathesis", "some");
    private static final Set<String> SOME = Set.of("members", "insight");
    private static final int EXAMPLES = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SmallUniversity university;

    @BeforeAll
    static void play() {
        Schemathesis.require();
        university = SmallUniversity.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        if (university != null) university.close();
    }

    static List<Service> services() {
        return Platform.allServices().stream()
                .filter(service -> WHICH.equals("all") || SOME.contains(service.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_answers_everything_as_its_document_says(Service service) throws IOException {
        String token = university.token(DemoPeople.COMMITTEE_SECRETARY);
        String api = university.gateway() + "/api";
        String path = api + "/" + service.name() + "/openapi.json";
        Path document = folder.resolve(service.name() + ".json");
        Files.writeString(document, Http.get(path, token).text());

        Said said = Schemathesis.ask(document, api, token, EXAMPLES);

        assertThat(said.status()).as(said.text()).isZero();
    }
}
