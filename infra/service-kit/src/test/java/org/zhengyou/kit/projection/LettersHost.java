package org.zhengyou.kit.projection;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.RunningHost;
import org.zhengyou.kit.host.ServiceHost;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.runtime.ServiceRuntime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The letters service, asked by HTTP as by any client. */
final class LettersHost implements AutoCloseable {
    private static final JsonMapper JSON = Json.tolerant();

    private final RunningHost host;
    private final TestIssuer issuer;
    private final HttpClient client = HttpClient.newHttpClient();

    private LettersHost(RunningHost host, TestIssuer issuer) {
        this.host = host;
        this.issuer = issuer;
    }

    static LettersHost start(TestStore store, TestIssuer issuer, Path folder, Service service) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("ZHENGYOU_MONGODB_URI", store.uri());
        properties.put("ZHENGYOU_ISSUER", issuer.issuer());
        properties.put("ZHENGYOU_JWK_SET_URI", issuer.keys());
        properties.put("ZHENGYOU_PORT", "0");
        properties.put("ZHENGYOU_REQUEST_LIMIT", "PT2S");
        properties.put("ZHENGYOU_MASTER_KEY_FILE", folder.resolve("master.key").toString());
        return new LettersHost(
                ServiceHost.start(List.of(service), properties, List.of(LivePart::new)), issuer);
    }

    ServiceRuntime runtime() {
        return host.runtimes().getFirst();
    }

    Facts facts() {
        return new Facts(runtime());
    }

    /** An answer. */
    record Answer(int status, JsonNode json) {
        /** The row with this key; missing if there is none. */
        JsonNode row(String key) {
            for (JsonNode row : json.path("rows"))
                if (row.path("key").stringValue().equals(key)) return row;
            return json.path("no such row");
        }

        List<String> keys() {
            List<String> keys = new ArrayList<>();
            for (JsonNode row : json.path("rows")) keys.add(row.path("key").stringValue());
            return keys;
        }

        /** Where the answer goes on. */
        String next() {
            return json.path("next").stringValue();
        }

        /** The parts of the request that were wrong. */
        List<String> wrong() {
            List<String> fields = new ArrayList<>();
            for (JsonNode error : json.path("errors"))
                fields.add(error.path("field").stringValue());
            return fields;
        }
    }

    /** What somebody with these roles is answered; {@code query} is name, value, name, value …. */
    Answer get(String person, String role, String path, String... query) {
        return send(person, role, uri(path, query), "GET");
    }

    Answer post(String person, String role, String path, String... query) {
        return send(person, role, uri(path, query), "POST");
    }

    private URI uri(String path, String... query) {
        StringBuilder text = new StringBuilder("http://127.0.0.1:" + host.port() + path);
        for (int i = 0; i < query.length; i += 2)
            text.append(i == 0 ? '?' : '&')
                    .append(query[i])
                    .append('=')
                    .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        return URI.create(text.toString());
    }

    private Answer send(String person, String role, URI uri, String method) {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + issuer.token(person, role))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
        host.close();
    }
}
