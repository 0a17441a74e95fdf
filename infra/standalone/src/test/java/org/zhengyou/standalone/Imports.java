package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Function;
import org.zhengyou.standalone.Http.Answer;
import org.zhengyou.standalone.demo.SampleSheets;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** Sends spreadsheets to a platform. */
final class Imports {
    private final String gateway;
    private final Function<String, String> tokens;

    /**
     * Imports through this gateway.
     *
     * @param tokens access token by person
     */
    Imports(String gateway, Function<String, String> tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    static byte[] shipped(String name) {
        return SampleSheets.shipped(name).content();
    }

    /** Sends a file to the import that is called like its service. */
    Answer send(DemoPeople by, String name, byte[] file, String parameters) {
        String url = gateway + "/api/" + name + "/imports/" + name + parameters;
        return Http.send(
                Http.to(url, tokens.apply(by.subject()))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(file)));
    }

    /** What became of each row, once all are decided. */
    JsonNode take(DemoPeople by, String name, byte[] file, String parameters) {
        Answer answer = send(by, name, file, parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode begun = answer.json();
        if (begun.path("finished").asBoolean()) return begun;
        String url = gateway + "/api/" + name + "/imports/" + begun.path("id").asString();
        return Eventually.eventually(
                "the import finishes",
                () -> Http.get(url, tokens.apply(by.subject())).json(),
                report -> report.path("finished").asBoolean());
    }

    /** As the committee's secretary. */
    JsonNode take(String name, byte[] file) {
        return take(DemoPeople.COMMITTEE_SECRETARY, name, file, "");
    }
}
