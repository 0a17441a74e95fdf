package org.zhengyou.kit.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.runtime.PartFactory;
import org.zhengyou.kit.runtime.ServiceRuntime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Services that run for a test and are reached by HTTP as by any client: real tokens, real store.
 * Without Kafka.
 */
public final class TestHost implements AutoCloseable {
    static final JsonMapper JSON = Json.tolerant();

    private final RunningHost host;
    private final String service;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestHost(RunningHost host, String service) {
        this.host = host;
        this.service = service;
    }

    /**
     * Starts a service on this store.
     *
     * @param folder where its master key is
     * @param properties further ones, see {@code Settings}
     */
    public static TestHost start(
            Service service,
            TestStore store,
            TestIssuer issuer,
            Path folder,
            Map<String, Object> properties) {
        return start(service, store, issuer, folder, properties, List.of());
    }

    /** Starts a service with further parts. */
    static TestHost start(
            Service service,
            TestStore store,
            TestIssuer issuer,
            Path folder,
            Map<String, Object> more,
            List<PartFactory> parts) {
        List<PartFactory> all = new ArrayList<>(parts);
        all.addAll(StandardParts.ALL);
        Map<String, Object> properties = new HashMap<>();
        properties.put("ZHENGYOU_MONGODB_URI", store.uri());
        properties.put("ZHENGYOU_ISSUER", issuer.issuer());
        properties.put("ZHENGYOU_JWK_SET_URI", issuer.keys());
        properties.put("ZHENGYOU_PORT", "0");
        properties.put("ZHENGYOU_MASTER_KEY_FILE", folder.resolve("master.key").toString());
        properties.putAll(more);
        return new TestHost(ServiceHost.start(List.of(service), properties, all), service.name());
    }

    /** The running service. */
    public ServiceRuntime runtime() {
        return host.runtime(service);
    }

    /** The port it listens on. */
    public int port() {
        return host.port();
    }

    /** A request to this path, to be completed. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host.port() + path));
    }

    /** A command of the bearer of this token, to be completed. */
    public HttpRequest.Builder command(String name, String token, Object body) {
        String json = body instanceof String text ? text : JSON.writeValueAsString(body);
        return request("/" + service + "/commands/" + name)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    /** Sends a command and returns the answer. */
    public Answer send(String name, String token, Object body) {
        return send(command(name, token, body));
    }

    /** Sends a request and returns the answer. */
    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** An answer. */
    public record Answer(HttpResponse<String> response) {
        /** Its status. */
        public int status() {
            return response.statusCode();
        }

        /** Its body. */
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** A header, empty if it is not there. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The last part of a problem's type, after checking that it is one. */
        public String problem() {
            if (!header("Content-Type").equals("application/problem+json"))
                throw new AssertionError("no problem: " + status() + " " + response.body());
            String type = json().path("type").stringValue();
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    @Override
    public void close() {
        client.close();
        host.close();
    }
}
