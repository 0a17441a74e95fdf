package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.json.Json;
import tools.jackson.databind.JsonNode;

/** Where the approved documents say that an id is explained, it is. */
class ReferencesTest {
    private static final Map<String, JsonNode> SERVICES = read();

    @Test
    void every_reference_leads_to_a_field_of_a_view() {
        var leadNowhere = new TreeSet<String>();
        int seen = 0;
        for (var service : SERVICES.entrySet())
            for (JsonNode places : service.getValue().findValues("x-ref"))
                for (JsonNode place : places) {
                    seen++;
                    String said = place.path("view").asString();
                    String view = said.contains("/") ? said : service.getKey() + "/" + said;
                    String name = place.path("name").asString();
                    if (!isField(view, name)) leadNowhere.add(view + " " + name);
                }
        assertThat(seen).isGreaterThan(50);
        assertThat(leadNowhere).isEmpty();
    }

    @Test
    void a_reference_to_nowhere_would_be_found() {
        assertThat(isField("members/members", "nickname")).isFalse();
        assertThat(isField("members/nobody", "name")).isFalse();
        assertThat(isField("activities/projects", "undertaking.titleZh")).isTrue();
    }

    private static boolean isField(String view, String name) {
        JsonNode service = SERVICES.get(view.substring(0, view.indexOf('/')));
        if (service == null) return false;
        JsonNode list = service.path("paths").path("/" + view);
        JsonNode row =
                list.at(
                        "/get/responses/200/content/application~1json/schema/properties/rows/items/allOf/1");
        for (String part : name.split("\\.", -1)) row = property(service, row, part);
        return !row.isMissingNode();
    }

    private static JsonNode property(JsonNode service, JsonNode schema, String name) {
        String reference = schema.path("$ref").asString("");
        JsonNode whole = reference.isEmpty() ? schema : service.at(reference.substring(1));
        return whole.path("properties").path(name);
    }

    private static Map<String, JsonNode> read() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/openapi"))) {
            folder = folder.getParent();
            if (folder == null) throw new AssertionError("not inside the repository");
        }
        Map<String, JsonNode> all = new HashMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("docs/openapi"))) {
            for (Path file : files.toList())
                all.put(
                        file.getFileName().toString().replace(".json", ""),
                        Json.tolerant().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new AssertionError("no documents", e);
        }
        return all;
    }
}
