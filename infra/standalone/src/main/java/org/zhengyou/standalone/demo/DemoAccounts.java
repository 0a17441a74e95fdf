package org.zhengyou.standalone.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.zhengyou.standalone.client.InviteUse;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.identity.DemoPeople;
import org.zhengyou.standalone.identity.InviteCode;
import org.zhengyou.standalone.identity.Passwords;
import org.zhengyou.standalone.identity.Passwords.Line;
import tools.jackson.databind.JsonNode;

/**
 * 演示账号. Every secretary of the demonstration and some of its members can sign in, too: the
 * committee's secretary invites them, and each invite is used, as people do it. Their passwords
 * stand where those of the demo people do; who stands there is not invited again.
 */
public final class DemoAccounts {
    private static final int MEMBERS = 20;
    private static final int AT_ONCE = 4;

    private final PlatformClient client;
    private final InviteUse invites;
    private final Path dataFolder;
    private final DemoProgress progress;
    private final String secretary = DemoPeople.COMMITTEE_SECRETARY.subject();

    /** Somebody who is to have an account: by which login, and what to call them. */
    private record Wanted(String person, String login, String zh, String en) {}

    /**
     * Accounts on a platform.
     *
     * @param issuer where people sign in
     * @param dataFolder of the platform, for the passwords
     */
    public DemoAccounts(
            PlatformClient client, String issuer, Path dataFolder, DemoProgress progress) {
        this.client = client;
        this.invites = new InviteUse(issuer);
        this.dataFolder = dataFolder;
        this.progress = progress;
    }

    /** Opens those that are missing. */
    public void open() {
        Map<String, String> known = Passwords.read(dataFolder);
        List<Wanted> missing =
                wanted().stream().filter(one -> !known.containsKey(one.login())).toList();
        progress.begin("账号 · accounts", missing.size());
        List<Line> opened = new ArrayList<>();
        try (ExecutorService people =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Line>> running = new ArrayList<>();
            for (Wanted one : missing) running.add(people.submit(() -> open(one)));
            for (Future<Line> each : running) opened.add(each.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("an account could not be opened", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while accounts were opened", e);
        } finally {
            Passwords.add(dataFolder, opened);
        }
    }

    private Line open(Wanted one) {
        String code = InviteCode.random();
        Map<String, String> invite =
                Map.of(
                        "invite", UUID.randomUUID().toString(),
                        "member", one.person(),
                        "codeDigest", InviteCode.digest(code).orElseThrow());
        String now = Instant.now().toString();
        String key = UUID.randomUUID().toString();
        Recorded issued =
                client.send(
                        new Command(
                                secretary, "members", "IssueInvite", invite, now, key, List.of()));
        // The sign-in finds an invite when the view shows it.
        client.get(secretary, "/api/members/accounts?limit=1&after=" + issued.after());
        String password = Passwords.random();
        InviteUse.Answer answer = invites.redeem(code, one.login(), password);
        if (!answer.isOpen()) throw new IllegalStateException(one.login() + ": " + answer.status());
        progress.step();
        return new Line(one.login(), password, one.zh(), one.en());
    }

    private List<Wanted> wanted() {
        List<JsonNode> organizations =
                rows("organizations", "organization-tree").stream()
                        .sorted(Comparator.comparing(DemoAccounts::rank))
                        .toList();
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        secretaries(organizations, wanted);
        members(wanted);
        return List.copyOf(wanted.values());
    }

    /** One login for each person, whatever offices they hold: that of the highest. */
    private void secretaries(List<JsonNode> organizations, Map<String, Wanted> wanted) {
        Map<String, String> secretaries = new HashMap<>();
        for (JsonNode row : rows("organizations", "office-holders"))
            secretaries.put(row.path("key").asString(), row.path("secretary").asString(""));
        for (JsonNode organization : organizations) {
            String person = secretaries.getOrDefault(organization.path("key").asString(), "");
            if (!person.isEmpty() && !DemoPeople.isOne(person))
                wanted.putIfAbsent(person, secretary(person, organization));
        }
    }

    /** Some of those who hold no such office, from all parts of the register. */
    private void members(Map<String, Wanted> wanted) {
        List<String> others =
                rows("members", "members").stream()
                        .filter(row -> row.path("branch").isString())
                        .sorted(Comparator.comparing(row -> row.path("number").asString("")))
                        .map(row -> row.path("key").asString())
                        .filter(person -> !DemoPeople.isOne(person))
                        .filter(person -> !wanted.containsKey(person))
                        .toList();
        int step = Math.max(1, others.size() / MEMBERS);
        for (int i = 0; i < MEMBERS && i * step < others.size(); i++) {
            String person = others.get(i * step);
            String login = "member-%02d".formatted(i + 1);
            wanted.put(person, new Wanted(person, login, "党员", "Member"));
        }
    }

    private List<JsonNode> rows(String service, String view) {
        return client.rows(secretary, service, view);
    }

    /** Second tier before branches, each in the order of their codes. */
    private static String rank(JsonNode organization) {
        return (organization.path("type").asString().equals("BRANCH") ? "2" : "1")
                + organization.path("code").asString();
    }

    private static Wanted secretary(String person, JsonNode organization) {
        return new Wanted(
                person,
                "secretary-" + organization.path("code").asString().toLowerCase(Locale.ROOT),
                organization.path("labelZh").asString() + "书记",
                "Secretary, " + organization.path("labelEn").asString());
    }
}
