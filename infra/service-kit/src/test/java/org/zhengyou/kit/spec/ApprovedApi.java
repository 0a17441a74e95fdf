package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.openapi.OpenApiDocument;
import org.zhengyou.kit.runtime.EventNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service offers, {@code docs/openapi/<service>.json}: approved, so that no client loses a
 * command, a field or a limit by accident; and nothing in it is without a name for people.
 */
public final class ApprovedApi {
    private static final JsonMapper JSON = Json.tolerant();

    private ApprovedApi() {}

    /**
     * Everything has a Chinese label, and the document is the approved one. Run with {@code
     * -Dapprove=true} to write it anew; the change is seen in the commit.
     */
    public static void match(Service service) {
        EventNames names = EventNames.of(service);
        assertThat(OpenApiDocument.unlabelled(service, names))
                .as(
                        "commands, fields and enum values of %s without a Chinese label",
                        service.name())
                .isEmpty();
        match(service.name(), OpenApiDocument.of(service, names));
    }

    /** This document is the approved one of whoever is called so. */
    public static void match(String name, JsonNode document) {
        String now =
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document).replace("\r", "")
                        + "\n";
        Path file = ApprovedSamples.docs().resolve("openapi").resolve(name + ".json");
        try {
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, now);
            }
            assertThat(Files.exists(file))
                    .as("approved: %s (write it with -Dapprove=true)", file)
                    .isTrue();
            assertThat(now).as("approved %s", file.getFileName()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
