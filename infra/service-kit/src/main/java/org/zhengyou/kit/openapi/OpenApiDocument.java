package org.zhengyou.kit.openapi;

import java.util.Arrays;
import java.util.Set;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.http.Me;
import org.zhengyou.kit.imports.SheetImport;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.view.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 document of one service, made from its records and their Javadoc. Paths are those
 * at the gateway, under {@code /api}.
 */
public final class OpenApiDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PROBLEM = "application/problem+json";

    private final Service service;
    private final Labels labels;
    private final RecordSchemas schemas;
    private final ObjectNode paths = NODES.objectNode();

    private OpenApiDocument(Service service) {
        this.service = service;
        this.labels = new Labels(service.name());
        this.schemas = new RecordSchemas(labels);
    }

    /** The document of this service. */
    public static ObjectNode of(Service service, EventNames names) {
        return new OpenApiDocument(service).build(names);
    }

    /** The commands, fields and enum values of this service that have no Chinese label. */
    public static Set<String> unlabelled(Service service, EventNames names) {
        OpenApiDocument document = new OpenApiDocument(service);
        document.build(names);
        return document.labels.missing();
    }

    private ObjectNode build(EventNames names) {
        names.commands().forEach(this::command);
        service.views().forEach(this::view);
        service.imports().forEach(this::sheet);
        heads();
        me();
        ObjectNode root = NODES.objectNode().put("openapi", "3.1.0");
        root.putObject("info").put("title", "Zhengyou " + service.name()).put("version", "1");
        root.putArray("servers").addObject().put("url", "/api");
        root.putArray("security").addObject().putArray("token");
        root.set("paths", paths);
        ObjectNode components = root.putObject("components");
        ObjectNode all = schemas.definitions();
        all.set("Problem", problem());
        all.set("Recorded", recorded());
        all.set("Preview", preview());
        all.set("Heads", chainHeads("log", "inbox"));
        components.set("schemas", all);
        ObjectNode events = root.putObject("x-events");
        names.ownEvents().forEach((name, type) -> labels.of(type).addTo(events.putObject(name)));
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        return root;
    }

    private void command(String name, Class<?> type) {
        ObjectNode post = operation("/commands/" + name, "post", "commands", name);
        post.put("description", RecordSchemas.describe(type));
        labels.of(type).addTo(post);
        CommandNotes.addTo(post, type);
        ArrayNode parameters = post.putArray("parameters");
        header(
                parameters,
                "Zhengyou-Effective-At",
                "When the act is true: ISO instant, or date at the university. Default: now.");
        header(
                parameters,
                "Idempotency-Key",
                "1 to 128 visible characters; the same key by the same person acts once.");
        header(parameters, "Zhengyou-Correlation-Id", "Ties several commands together.");
        header(
                parameters,
                "Zhengyou-On-Behalf-Of",
                "Id of the person on whose behalf this is entered; the rules judge that person.");
        header(
                parameters,
                "Zhengyou-Document",
                "SHA-256 of the document it is entered from, and ';' and the page if there is one.");
        query(parameters, "after", "service:position that must be known here before the decision.");
        if (CommandNotes.hasPreview(type))
            query(parameters, "preview", "true: decide and tell (Preview), record nothing.");
        ObjectNode body = post.putObject("requestBody").put("required", true);
        body.putObject("content")
                .putObject("application/json")
                .set("schema", schemas.reference(type));
        answer(post, "200", "Recorded, or nothing had to change.", "Recorded", "Preview");
        refusals(post, "400", "403", "404", "409", "422");
    }

    private void view(View<?, ?> view) {
        ObjectNode list = operation("/" + view.name(), "get", "views", "list " + view.name());
        list.put("description", RecordSchemas.describe(view.getClass()));
        labels.of(view.getClass()).addTo(list);
        ArrayNode parameters = list.putArray("parameters");
        question(parameters);
        query(
                parameters,
                "filter",
                "field:value; field:one,other (any of them); field: (nothing); field:from..to,"
                        + " field:from.., field:..to; field:~text (contains, or sounds so in"
                        + " pinyin). A backslash takes the next character as such. Repeatable: all"
                        + " must hold.");
        query(parameters, "sort", "field, or -field for descending.");
        query(
                parameters,
                "next",
                "What the answer before said as next; the rest of the question as before. A page may"
                        + " be short; the last one has no next.");
        query(parameters, "limit", "Rows to return, 1 to 1000; default 100.");
        query(parameters, "keys", "Rows with these keys, separated by commas, 200 at most.");
        query(parameters, "count", "Counts rows by one or two fields instead of returning them.");
        schema(list.putObject("responses"), "Rows the reader may see.").setAll(listed(view));
        refusals(list, "400");
        ObjectNode one =
                operation("/" + view.name() + "/{key}", "get", "views", "read " + view.name());
        ArrayNode ofOne = one.putArray("parameters");
        ofOne.addObject()
                .put("name", "key")
                .put("in", "path")
                .put("required", true)
                .putObject("schema")
                .put("type", "string");
        question(ofOne);
        schema(one.putObject("responses"), "The row, as the only one of a list.")
                .setAll(rows(view));
        refusals(one, "400", "404");
    }

    /** A list: its rows are the answer of the view, each with its key. */
    private ObjectNode rows(View<?, ?> view) {
        ObjectNode list = NODES.objectNode().put("type", "object");
        ObjectNode properties = list.putObject("properties");
        for (String time : new String[] {"asOf", "knownAt"})
            properties.putObject(time).put("type", "string").put("format", "date-time");
        for (String place : new String[] {"position", "inboxPosition"})
            properties.putObject(place).put("type", "integer");
        properties
                .putObject("live")
                .put("type", "boolean")
                .put("description", "Whether all rows are shown as they stand now.");
        nullable(properties, "total", "integer", "How many rows there are; null if not known.");
        nullable(
                properties,
                "next",
                "string",
                "What to ask for the next page; null after the last.");
        ObjectNode row = properties.putObject("rows").put("type", "array").putObject("items");
        ArrayNode parts = row.putArray("allOf");
        ObjectNode key = parts.addObject().put("type", "object");
        key.putObject("properties").putObject("key").put("type", "string");
        parts.add(schemas.reference(view.answerType()));
        return list;
    }

    /** A list of rows; where rows are counted, there are counts and no rows. */
    private ObjectNode listed(View<?, ?> view) {
        ObjectNode list = rows(view);
        ObjectNode counts = list.withObject("/properties").putObject("counts");
        counts.put("type", "array");
        counts.put("description", "Instead of rows if count was asked: fields, and how many rows.");
        ObjectNode one = counts.putObject("items").put("type", "object");
        one.putObject("properties").putObject("count").put("type", "integer");
        one.putObject("additionalProperties").putArray("type").add("string").add("null");
        return list;
    }

    private static void nullable(
            ObjectNode properties, String name, String type, String description) {
        ObjectNode field = properties.putObject(name);
        field.putArray("type").add(type).add("null");
        field.put("description", description);
    }

    private static ObjectNode schema(ObjectNode responses, String description) {
        return responses
                .putObject("200")
                .put("description", description)
                .putObject("content")
                .putObject("application/json")
                .putObject("schema");
    }

    private void me() {
        ObjectNode get = operation("/me", "get", "me", "who asks and what they may do");
        get.put(
                "description",
                "本人: person, roles of the token, offices and seats held now with the functions they"
                        + " carry and the commands these allow, and the commands that need no"
                        + " office.");
        schema(get.putObject("responses"), "Who asks.").setAll(schemas.reference(Me.class));
    }

    private void sheet(SheetImport sheet) {
        String path = "/imports/" + sheet.name();
        ObjectNode post = operation(path, "post", "imports", "import " + sheet.name());
        labels.of(sheet.getClass()).addTo(post);
        post.put(
                "description",
                "XLSX, or CSV in UTF-8 or GB18030. Headings: "
                        + String.join("、", sheet.headings())
                        + ". Valid rows are imported, each other row is listed with its reason;"
                        + " the same file again changes nothing.");
        query(post.putArray("parameters"), "preview", "true: decide and report, record nothing.");
        ObjectNode body = post.putObject("requestBody").put("required", true);
        body.putObject("content").putObject("application/octet-stream");
        post.putObject("responses").putObject("200").put("description", "What became of each row.");
        refusals(post, "400", "403", "413", "429");
    }

    private void heads() {
        ObjectNode get = operation("/heads", "get", "audit", "heads of the logs");
        get.put(
                "description",
                "日志末位: the last position of the log and of the inbox, each with the hash over"
                        + " everything up to it. For auditors, operators and those who hold an"
                        + " office at the committee.");
        answer(get, "200", "The heads.", "Heads");
        refusals(get, "403");
    }

    private ObjectNode operation(String path, String method, String tag, String id) {
        String whole = "/" + service.name() + path;
        ObjectNode at = paths.has(whole) ? (ObjectNode) paths.get(whole) : paths.putObject(whole);
        ObjectNode operation = at.putObject(method);
        operation.put("operationId", service.name() + ": " + id).put("summary", id);
        operation.putArray("tags").add(tag);
        return operation;
    }

    private static void question(ArrayNode parameters) {
        query(
                parameters,
                "asOf",
                "What was true then: ISO instant, or date (its end). Default now.");
        query(parameters, "knownAt", "What was known then: ISO instant, or date (its end).");
        query(parameters, "after", "position, or service:position, the view must have seen.");
    }

    private static void header(ArrayNode parameters, String name, String text) {
        parameter(parameters, "header", name, text);
    }

    private static void query(ArrayNode parameters, String name, String text) {
        parameter(parameters, "query", name, text);
    }

    private static void parameter(ArrayNode parameters, String in, String name, String text) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", name).put("in", in).put("description", text);
        parameter.putObject("schema").put("type", "string");
    }

    private void answer(ObjectNode operation, String status, String text, String... names) {
        ObjectNode answer =
                operation.putObject("responses").putObject(status).put("description", text);
        ObjectNode schema =
                answer.putObject("content").putObject("application/json").putObject("schema");
        if (names.length == 1) schema.put("$ref", SCHEMAS + names[0]);
        else
            for (String name : names)
                schema.withArray("oneOf").addObject().put("$ref", SCHEMAS + name);
    }

    private static void refusals(ObjectNode operation, String... statuses) {
        ObjectNode responses = (ObjectNode) operation.get("responses");
        Arrays.stream(statuses)
                .forEach(
                        status ->
                                responses
                                        .putObject(status)
                                        .put("description", "Refused, with the reason.")
                                        .putObject("content")
                                        .putObject(PROBLEM)
                                        .putObject("schema")
                                        .put("$ref", "#/components/schemas/Problem"));
    }

    private static ObjectNode problem() {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        schema.put(
                "description",
                "RFC 9457; type is urn:zhengyou:refusal:<code> where a rule says no, urn:zhengyou:problem:<code> else.");
        ObjectNode properties = schema.putObject("properties");
        for (String name : new String[] {"type", "title", "titleZh", "detail", "code", "clause"})
            properties.putObject(name).put("type", "string");
        properties.putObject("status").put("type", "integer");
        return schema;
    }

    private static ObjectNode chainHeads(String... logs) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("service").put("type", "string");
        for (String log : logs) {
            ObjectNode head = properties.putObject(log).put("type", "object");
            ObjectNode parts = head.putObject("properties");
            parts.putObject("identity").put("type", "string").put("pattern", "^[0-9a-f]{64}$");
            parts.putObject("position").put("type", "integer");
            parts.putObject("hash").put("type", "string").put("pattern", "^[0-9a-f]{64}$");
        }
        return schema;
    }

    private static ObjectNode preview() {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("position").put("type", "integer");
        ObjectNode event = properties.putObject("events").put("type", "array").putObject("items");
        ObjectNode parts = event.put("type", "object").putObject("properties");
        parts.putObject("type").put("type", "string");
        parts.putObject("event")
                .put("description", "What it would say; null if nobody may know it beforehand.");
        return schema;
    }

    private static ObjectNode recorded() {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("position")
                .put("type", "integer")
                .put("description", "Position of the last event recorded.");
        properties.putObject("types").put("type", "array").putObject("items").put("type", "string");
        properties.putObject("repeated").put("type", "boolean");
        return schema;
    }
}
