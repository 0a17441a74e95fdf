package org.zhengyou.standalone.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/**
 * What a played campaign came to, as the platform answers it: who was commended and why, the
 * figures of the dashboard, and the heads of the logs: who keeps these can prove later that nothing
 * was changed.
 */
public final class DemoSummary {
    private static final List<String> SERVICES =
            List.of("organizations", "members", "activities", "evaluations", "commendations");
    private static final Map<String, String> CATEGORIES = new LinkedHashMap<>();

    private static final List<String> THEMES =
            List.of(
                    "PARTY_SPIRIT_EDUCATION",
                    "POST_DEDICATION",
                    "SERVING_TEACHERS_AND_STUDENTS",
                    "BADGE_OF_EXAMPLE",
                    "ORGANIZATIONAL_INNOVATION");
    private static final Map<String, String> FIGURES =
            Map.of(
                    "DUTY_REPORT", "dutyReportsFiled",
                    "NOMINATION", "nominations",
                    "COMMENDATION", "commendations");

    static {
        CATEGORIES.put(
                "ADVANCED_PRIMARY_ORGANIZATION", "先进基层党组织 · advanced primary-level organizations");
        CATEGORIES.put("OUTSTANDING_MEMBER", "优秀共产党员 · outstanding members");
        CATEGORIES.put("OUTSTANDING_PARTY_AFFAIRS_WORKER", "优秀党务工作者 · outstanding Party workers");
    }

    private final PlatformClient client;
    private final List<String> heads;
    private final String reader = DemoPeople.COMMITTEE_SECRETARY.subject();

    /**
     * A summary for the committee's secretary.
     *
     * @param heads positions of all services that must be visible in it, as {@code
     *     service:position}
     */
    public DemoSummary(PlatformClient client, List<String> heads) {
        this.client = client;
        this.heads = heads;
    }

    /** Writes everything, a line each. */
    public void print(PrintWriter out) {
        commendations(out);
        figures(out);
        out.println();
        logHeads(out);
    }

    /** As {@code ./zhengyou verify} says and takes them. */
    private void logHeads(PrintWriter out) {
        out.println("日志末位 · heads of the logs, which ./zhengyou verify recomputes:");
        for (String service : SERVICES) {
            JsonNode log = client.get(reader, "/api/" + service + "/heads").path("log");
            out.printf(
                    "--head %s/log=%d:%s%n",
                    service, log.path("position").asLong(), log.path("hash").asString());
        }
    }

    private void commendations(PrintWriter out) {
        Map<String, String> labels = labels();
        Map<String, List<JsonNode>> commended = new HashMap<>();
        for (JsonNode row : client.rows(reader, "commendations", "why", after("commendations")))
            if (row.path("commended").asBoolean(false) && row.path("conferredOn").isString())
                commended
                        .computeIfAbsent(row.path("category").asString(), c -> new ArrayList<>())
                        .add(row);
        CATEGORIES.forEach(
                (category, title) -> {
                    List<JsonNode> rows = commended.getOrDefault(category, List.of());
                    out.printf("%n%s: %d%n", title, rows.size());
                    Function<JsonNode, String> who =
                            row -> labels.getOrDefault(row.path("candidate").asString(), "");
                    rows.stream()
                            .sorted(Comparator.comparing(who))
                            .forEach(row -> out.println("  " + who.apply(row) + "  " + why(row)));
                });
        out.printf("%n依据事件 · the events each rests on: GET /api/commendations/why/{nomination}%n");
    }

    /** The papers, the rules with what they found, the review used or the reason without one. */
    private static String why(JsonNode row) {
        StringBuilder why = new StringBuilder();
        why.append("推荐 recommended ").append(row.path("recommendation").path("inFavour").asInt());
        why.append('/').append(row.path("rollSize").asInt());
        for (JsonNode rule : row.path("trace")) {
            if (rule.path("outcome").asString().equals("NOT_APPLICABLE")) continue;
            why.append("; ").append(rule.path("rule").asString()).append(' ');
            why.append(rule.path("clause").asString()).append(": ");
            why.append(rule.path("value").asString());
        }
        String review = row.path("reviewResult").asString("");
        String reason = row.path("reasonWithoutResult").asString("");
        if (!review.isEmpty()) why.append("; 考核 review ").append(review);
        if (!reason.isEmpty()) why.append("; 理由 reason ").append(reason);
        why.append("; 授予 conferred ").append(row.path("conferredOn").asString());
        why.append("; 申报 nomination ").append(row.path("key").asString());
        return why.toString();
    }

    /** How organisations and members are called, by id. */
    private Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        client.rows(reader, "organizations", "organization-tree", after("organizations"))
                .forEach(
                        row ->
                                labels.put(
                                        row.path("key").asString(),
                                        row.path("code").asString()
                                                + ' '
                                                + row.path("labelZh").asString()));
        client.rows(reader, "members", "members", after("members"))
                .forEach(
                        row ->
                                labels.put(
                                        row.path("key").asString(),
                                        row.path("number").asString()
                                                + ' '
                                                + row.path("name").asString()));
        return labels;
    }

    private void figures(PrintWriter out) {
        String[] after = heads.stream().map(head -> "after=" + head).toArray(String[]::new);
        int organizations = client.rows(reader, "insight", "dashboard", after).size();
        Map<String, Long> sums = new TreeMap<>();
        THEMES.forEach(theme -> sums.put("activities " + theme, 0L));
        FIGURES.values().forEach(figure -> sums.put(figure, 0L));
        sums.put("members", 0L);
        for (JsonNode one : counts("members-reached", "branch", after)) add(sums, "members", one);
        for (JsonNode one : counts("progress", "figure,theme", after)) {
            String figure = FIGURES.get(one.path("figure").asString(""));
            String theme = one.path("theme").asString("");
            if (figure != null) add(sums, figure, one);
            if (!theme.isEmpty()) add(sums, "activities " + theme, one);
        }
        out.printf("%n%-48s %8d%n", "organizations 党组织", organizations);
        sums.forEach((figure, sum) -> out.printf("%-48s %8d%n", figure, sum));
    }

    private List<JsonNode> counts(String view, String fields, String... after) {
        return client.counts(reader, "insight", view, fields, after);
    }

    private static void add(Map<String, Long> sums, String figure, JsonNode counted) {
        sums.merge(figure, counted.path("count").asLong(0), Long::sum);
    }

    private String[] after(String service) {
        return heads.stream()
                .filter(head -> head.startsWith(service + ':'))
                .map(head -> "after=" + head)
                .toArray(String[]::new);
    }
}
