package org.zhengyou.standalone.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.demo.World.Member;
import org.zhengyou.standalone.demo.World.Organization;
import tools.jackson.databind.JsonNode;

/** Organisations, members and secretaries as the platform shows them before the campaign. */
final class ShownWorld {
    private static final String TODAY = "2010-05-31";

    private final PlatformClient client;
    private final Player player;
    private final String secretary;

    ShownWorld(PlatformClient client, Player player, String secretary) {
        this.client = client;
        this.player = player;
        this.secretary = secretary;
    }

    /** Everything of which later stages know. */
    World world(long seed) {
        Map<String, JsonNode> tree = tree();
        Map<String, List<Member>> members = membersByBranch();
        Map<String, String> secretaries = new HashMap<>();
        client.rows(secretary, "organizations", "office-holders", "asOf=" + TODAY)
                .forEach(
                        row ->
                                secretaries.put(
                                        row.path("key").asString(),
                                        row.path("secretary").asString("")));
        List<Organization> all = new ArrayList<>();
        tree.forEach(
                (id, row) ->
                        all.add(
                                new Organization(
                                        id,
                                        row.path("code").asString(),
                                        row.path("type").asString(),
                                        row.path("parent").asString(""),
                                        ownMembers(id, row.path("type").asString(), tree, members),
                                        secretaries.getOrDefault(id, ""))));
        return new World(
                seed,
                all.stream()
                        .filter(o -> o.type().equals("PARTY_COMMITTEE"))
                        .findFirst()
                        .orElseThrow(),
                all.stream().filter(o -> o.type().matches("GENERAL_BRANCH|DIRECT_BRANCH")).toList(),
                all.stream().filter(o -> o.type().equals("BRANCH")).toList());
    }

    /** Organisations by id in the order of their codes. */
    Map<String, JsonNode> tree() {
        StringBuilder after = new StringBuilder("after=organizations:0");
        player.heads().stream()
                .filter(head -> head.startsWith("organizations:"))
                .forEach(head -> after.append("&after=").append(head));
        Map<String, JsonNode> tree = new LinkedHashMap<>();
        client
                .rows(
                        secretary,
                        "organizations",
                        "organization-tree",
                        "asOf=" + TODAY,
                        after.toString())
                .stream()
                .sorted(Comparator.comparing((JsonNode row) -> row.path("code").asString()))
                .forEach(row -> tree.put(row.path("key").asString(), row));
        return tree;
    }

    /** Members by their branch, in the order of their numbers. */
    Map<String, List<Member>> membersByBranch() {
        Map<String, List<Member>> members = new HashMap<>();
        client.rows(secretary, "members", "members", "asOf=" + TODAY).stream()
                .sorted(Comparator.comparing((JsonNode row) -> row.path("number").asString()))
                .forEach(
                        row ->
                                members.computeIfAbsent(
                                                row.path("branch").asString(),
                                                branch -> new ArrayList<>())
                                        .add(
                                                new Member(
                                                        row.path("key").asString(),
                                                        row.path("number").asString(),
                                                        row.path("kind").asString())));
        return members;
    }

    /** Of a general branch: those of all branches below it. */
    static List<Member> ownMembers(
            String id, String type, Map<String, JsonNode> tree, Map<String, List<Member>> members) {
        List<Member> own = new ArrayList<>(members.getOrDefault(id, List.of()));
        if (type.equals("GENERAL_BRANCH"))
            tree.forEach(
                    (branch, row) -> {
                        if (row.path("parent").asString("").equals(id))
                            own.addAll(members.getOrDefault(branch, List.of()));
                    });
        return own;
    }
}
