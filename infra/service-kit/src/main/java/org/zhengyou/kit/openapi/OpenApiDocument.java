package org.zhengyou.kit.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.runtime.ServiceRuntime;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 document: every operation of a service, or of a process, its records and their
 * Javadoc.
 */
public final class OpenApiDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Labels labels;
    private final RecordSchemas schemas;
    private final ObjectNode root = NODES.objectNode();

    private OpenApiDocument(
            String owner,
            String server,
            String text,
            List<Operation> operations,
            Function<Operation, Set<Integer>> statuses) {
        labels = new Labels(owner);
        schemas = new RecordSchemas(labels);
        root.put("openapi", "3.1.0");
        ObjectNode info = root.putObject("info").put("title", "Zhengyou " + owner);
        info.put("version", "1");
        info.put(
                "description",
                text
                        + " GET is answered to HEAD as well. What is no request of HTTP/1.1 is"
                        + " answered 400, 417, 501 or 505 before it is asked for what it is.");
        root.putArray("servers").addObject().put("url", server);
        root.putArray("security").addObject().putArray("token");
        ObjectNode paths = root.putObject("paths");
        for (Operation operation : operations)
            if (operation.answers() instanceof Content.Rows rows)
                schemas.withKey(rows.view().answerType());
        OperationNodes nodes = new OperationNodes(owner, labels, new Contents(schemas), statuses);
        for (Operation operation : operations)
            paths.withObjectProperty(operation.path())
                    .set(nodes.method(operation), nodes.node(operation));
        ObjectNode components = root.putObject("components");
        components.set("schemas", schemas.definitions().set("Problem", Refusals.schema()));
        components.set("responses", Refusals.of(nodes.used()));
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
    }

    /** The document of this service. */
    public static ObjectNode of(Service service, EventNames names) {
        return of(service.name(), names, ServiceOperations.of(service, names)).root;
    }

    /** The document of a service that runs, which answers this. */
    static ObjectNode of(ServiceRuntime runtime, List<Resource> resources) {
        List<Operation> operations = resources.stream().map(Resource::operation).toList();
        return of(runtime.service().name(), runtime.names(), operations).root;
    }

    private static OpenApiDocument of(
            String service, EventNames names, List<Operation> operations) {
        OpenApiDocument document =
                new OpenApiDocument(
                        service,
                        "/api",
                        "Paths are those at the gateway; the service itself has them without"
                                + " /api.",
                        operations,
                        Operation::otherStatusesAtGateway);
        document.events(names.ownEvents());
        return document;
    }

    /** The document of a process, which answers this by itself. */
    public static ObjectNode ofProcess(List<Operation> operations) {
        return new OpenApiDocument(
                        "process",
                        "/",
                        "Paths are those of a process of services.",
                        operations,
                        Operation::otherStatuses)
                .root;
    }

    /** The commands, fields and enum values of this service that have no Chinese label. */
    public static Set<String> unlabelled(Service service, EventNames names) {
        return of(service.name(), names, ServiceOperations.of(service, names)).labels.missing();
    }

    private void events(Map<String, Class<?>> own) {
        ObjectNode events = root.putObject("x-events");
        own.forEach((name, type) -> labels.of(type).addTo(events.putObject(name)));
    }
}
