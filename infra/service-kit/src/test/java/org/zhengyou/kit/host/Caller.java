package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhengyou.kit.host.TestHost.Answer;
import tools.jackson.databind.JsonNode;

/** People who call a running service, each with a token of their own. */
public record Caller(TestHost host, TestIssuer issuer) {
    /** This person's command, true from this ISO date on, is taken. */
    public void does(String person, String on, Object command) {
        Answer answer = send(person, on, command);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    /** This person's command, true from this ISO date on, is refused with this code. */
    public void refused(String code, String person, String on, Object command) {
        Answer answer = send(person, on, command);
        assertThat(answer.json().path("code").asString())
                .as(answer.response().body())
                .isEqualTo(code);
        assertThat(answer.status()).isBetween(400, 499);
    }

    /** What is answered to this person's command, true from this ISO date on. */
    public Answer send(String person, String on, Object command) {
        return send(person, on, command.getClass().getSimpleName(), command);
    }

    /** What is answered to the command of this name with any body. */
    public Answer send(String person, String on, String name, Object body) {
        return host.send(
                host.command(name, issuer.token(person), body).header("Zhengyou-Effective-At", on));
    }

    /** What is answered to this person's question: view, key and parameters. */
    public Answer asks(String person, String path) {
        return host.send(
                host.request("/" + host.runtime().service().name() + "/" + path)
                        .header("Authorization", "Bearer " + issuer.token(person)));
    }

    /** The rows of a good answer. */
    public JsonNode rows(String person, String path) {
        Answer answer = asks(person, path);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("rows");
    }

    /** All payloads as they lie in the service's own log. */
    public String log() {
        var text = new StringBuilder();
        host.runtime().log().page(0, 1000).forEach(event -> text.append(event.payload()));
        return text.toString();
    }
}
