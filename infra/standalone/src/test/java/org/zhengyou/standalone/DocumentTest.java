package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.spec.ApprovedApi;
import org.zhengyou.kit.spec.DocumentSweep;
import org.zhengyou.kit.spec.DocumentedAnswers;
import org.zhengyou.standalone.Http.Answer;
import org.zhengyou.standalone.identity.DemoPeople;

/** What the platform answers through the front door is what its documents say. */
class DocumentTest {
    @SuppressWarnings("NullAway.Init")
    private static SmallUniversity university;

    @BeforeAll
    static void play(@TempDir Path folder) {
        university = SmallUniversity.start(folder);
    }

    @AfterAll
    static void stop() {
        university.close();
    }

    static List<Service> services() {
        return Platform.allServices();
    }

    private static Answer document(String path) {
        return Http.get(
                university.gateway() + path, university.token(DemoPeople.COMMITTEE_SECRETARY));
    }

    private static DocumentedAnswers sweep(String path, String base) {
        List<String> tokens =
                List.of(
                        university.token(DemoPeople.COMMITTEE_SECRETARY),
                        university.token(DemoPeople.AUDITOR),
                        university.token(DemoPeople.MEMBER));
        try (DocumentSweep sweep =
                new DocumentSweep(university.gateway() + base, document(path).json(), tokens)) {
            return sweep.run();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_what_its_document_says_of_it(Service service) {
        String path = "/api/" + service.name() + "/openapi.json";
        DocumentedAnswers heard = sweep(path, "/api");

        ApprovedApi.match(service.name(), document(path).json());
        assertThat(heard.complaints()).isEmpty();
        assertThat(heard.statuses())
                .contains(200, 302, 400, 401, 403, 404, 405, 406)
                .allMatch(status -> status < 500);
    }

    @Test
    void the_gateway_is_what_its_document_says_of_it() {
        DocumentedAnswers heard = sweep("/docs/gateway", "");

        assertThat(heard.complaints()).isEmpty();
        assertThat(heard.statuses()).contains(200, 302, 401, 404, 405);
        ApprovedApi.match("gateway", document("/docs/gateway").json());
    }
}
