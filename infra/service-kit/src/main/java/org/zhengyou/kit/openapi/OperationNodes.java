package org.zhengyou.kit.openapi;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Parameter;
import org.zhengyou.kit.json.Json;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Operations as OpenAPI says them. */
final class OperationNodes {
    private static final JsonMapper JSON = Json.tolerant();

    private final String owner;
    private final Labels labels;
    private final Contents contents;
    private final Function<Operation, Set<Integer>> statuses;
    private final Set<Integer> used = new TreeSet<>();

    /**
     * @param statuses that an operation is answered with, besides 200
     */
    OperationNodes(
            String owner,
            Labels labels,
            Contents contents,
            Function<Operation, Set<Integer>> statuses) {
        this.owner = owner;
        this.labels = labels;
        this.contents = contents;
        this.statuses = statuses;
    }

    /** Every status besides 200 that was said so far. */
    Set<Integer> used() {
        return used;
    }

    String method(Operation operation) {
        return operation.method().name().toLowerCase(Locale.ROOT);
    }

    ObjectNode node(Operation operation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("operationId", owner + ": " + operation.name()).put("summary", operation.name());
        node.putArray("tags").add(operation.tag());
        describe(operation, node);
        if (operation.isOpen()) node.putArray("security");
        if (!operation.parameters().isEmpty()) {
            ArrayNode parameters = node.putArray("parameters");
            operation.parameters().forEach(one -> parameter(one, parameters.addObject()));
        }
        Content takes = operation.takes();
        if (takes != null) {
            ObjectNode body = node.putObject("requestBody").put("required", true);
            body.set("content", contents.of(takes));
        }
        ObjectNode responses = node.putObject("responses");
        ObjectNode good = responses.putObject("200").put("description", "Done, or answered.");
        good.set("content", contents.of(operation.answers()));
        for (int status : statuses.apply(operation)) {
            used.add(status);
            responses.putObject(String.valueOf(status)).put("$ref", Refusals.reference(status));
        }
        return node;
    }

    private void describe(Operation operation, ObjectNode node) {
        Class<?> about = operation.about();
        String text = operation.text();
        if (text.isEmpty() && about != null) text = RecordSchemas.describe(about);
        if (!text.isEmpty()) node.put("description", text);
        if (about == null) return;
        labels.of(about).addTo(node);
        if (operation.takes() instanceof Content.Json) CommandNotes.addTo(node, about);
    }

    private static void parameter(Parameter parameter, ObjectNode node) {
        node.put("name", parameter.name()).put("in", parameter.in());
        node.put("description", parameter.text());
        if (parameter.in().equals("path")) node.put("required", true);
        node.set("schema", JSON.valueToTree(parameter.schema()));
    }
}
