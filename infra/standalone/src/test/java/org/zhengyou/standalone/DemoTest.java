package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.demo.DemoProgress;
import org.zhengyou.standalone.demo.DemoSummary;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The demonstration is the same for the same seed, and once played it stays as it is. */
@ExtendWith(RunningCampaign.Shared.class)
class DemoTest {
    private static final Pattern HEAD = Pattern.compile("--head \\S+/log=\\d+:[0-9a-f]{64}");
    private static final List<String> DATES =
            List.of("2010-06-30", "2010-12-31", "2011-03-31", "2011-07-01", "2011-12-31");

    /** What the dashboard shows of each organisation, and of which view it is counted. */
    private static final Map<String, String> COUNTED =
            Map.of(
                    "organization,figure", "progress",
                    "organization,theme", "progress",
                    "branch", "members-reached",
                    "branch,themes", "members-reached");

    @Test
    void played_on_two_platforms_it_gives_equal_dashboards_and_equal_histories(
            RunningCampaign first, @TempDir Path folder) {
        PlatformOptions options = PlatformOptions.onFreePorts(folder);
        Map<String, List<JsonNode>> dashboards;
        StringWriter summary = new StringWriter();
        try (Platform second = Platform.start(options)) {
            PlatformClient client = client(options, new ConcurrentLinkedQueue<>());
            RunningCampaign.play(client, DemoProgress.none());
            RunningCampaign.settle(second, client);
            dashboards = dashboards(client, "");
            new DemoSummary(client, List.of()).print(new PrintWriter(summary, true));
        }
        assertHeadsAreThoseOfVerify(summary.toString(), folder);
        History one = History.in(first.stopped());
        History other = History.in(folder);

        assertThat(one.told().size()).isGreaterThan(300);
        assertThat(one.without(other)).isEmpty();
        assertThat(other.without(one)).isEmpty();
        String then = "&knownAt=" + first.playedUntil();
        assertThat(named(dashboards, other))
                .isEqualTo(named(dashboards(first.client(), then), one));
    }

    private static void assertHeadsAreThoseOfVerify(String summary, Path data) {
        StringWriter verified = new StringWriter();
        PrintWriter out = new PrintWriter(verified, true);
        CommandLine line = Zhengyou.commandLine().setOut(out).setErr(out);
        assertThat(line.execute("verify", "--data", data.toString())).isZero();
        List<String> heads = heads(summary);
        assertThat(heads).hasSize(5);
        assertThat(heads(verified.toString())).containsAll(heads);
    }

    /** Each log with its head, as an option of {@code verify}. */
    private static List<String> heads(String text) {
        return HEAD.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void the_figures_of_the_dashboard_move_with_the_date(RunningCampaign campaign) {
        Map<String, List<JsonNode>> dashboards =
                dashboards(campaign.client(), "&knownAt=" + campaign.playedUntil());

        assertThat(dashboards.values().stream().distinct()).hasSize(DATES.size() - 1);
        assertThat(dashboards.get("2011-12-31")).isEqualTo(dashboards.get("2011-07-01"));
    }

    @Test
    void who_serves_a_clause_and_how_often_is_counted(RunningCampaign campaign) {
        PlatformClient client = campaign.client();
        String auditor = DemoPeople.AUDITOR.subject();
        String then = "asOf=2011-12-31&knownAt=" + campaign.playedUntil();
        Map<String, Long> told = new TreeMap<>();
        for (JsonNode row : client.rows(auditor, "insight", "timeline", then))
            for (JsonNode clause : row.path("clauses"))
                told.merge(clause.asString() + " by " + by(row), 1L, Long::sum);
        Map<String, Long> counted = new TreeMap<>();
        client.counts(auditor, "insight", "timeline", "clauses,organization", then)
                .forEach(one -> counted.put(served(one), one.path("count").asLong()));

        assertThat(counted).isEqualTo(told).hasSizeGreaterThan(100);
    }

    /** But for the adoption itself, which says that what is told late stands. */
    @Test
    void what_it_tells_of_the_past_waits_for_no_second_person(RunningCampaign campaign) {
        String then = "knownAt=" + campaign.playedUntil();
        String secretary = DemoPeople.COMMITTEE_SECRETARY.subject();
        for (String service : List.of("members", "activities", "evaluations", "commendations"))
            assertThat(campaign.client().rows(secretary, service, "late-acts", then))
                    .filteredOn(row -> !row.path("provenance").asString().equals("ENTERED"))
                    .extracting(row -> row.path("type").asString())
                    .containsExactly(service + ".PolicyAdopted");
    }

    private static String served(JsonNode one) {
        return one.path("clauses").asString() + " by " + by(one);
    }

    private static String by(JsonNode one) {
        JsonNode organization = one.path("organization");
        return organization.isString() ? organization.asString() : "nobody";
    }

    @Test
    void played_again_on_the_same_platform_it_changes_nothing(RunningCampaign campaign) {
        campaign.settle();
        Map<String, Long> before = heads(campaign);
        Queue<Recorded> told = new ConcurrentLinkedQueue<>();
        RunningCampaign.play(client(campaign.platform().options(), told), DemoProgress.none());
        campaign.settle();

        assertThat(told).hasSizeGreaterThan(200);
        assertThat(told).allMatch(answer -> answer.repeated() || answer.types().isEmpty());
        assertThat(heads(campaign)).isEqualTo(before);
    }

    private static PlatformClient client(PlatformOptions options, Queue<Recorded> told) {
        return new PlatformClient(
                options.gatewayUrl(),
                new SignedIn(options.issuer(), options.data()),
                Duration.ofMinutes(2),
                told::add);
    }

    private static Map<String, Long> heads(RunningCampaign campaign) {
        Map<String, Long> heads = new TreeMap<>();
        for (ServiceRuntime runtime : campaign.platform().services().runtimes()) {
            heads.put(runtime.service().name(), runtime.log().head());
            heads.put(runtime.service().name() + "/inbox", runtime.inbox().head());
        }
        return heads;
    }

    private static Map<String, List<JsonNode>> dashboards(PlatformClient client, String more) {
        Map<String, List<JsonNode>> dashboards = new TreeMap<>();
        String auditor = DemoPeople.AUDITOR.subject();
        for (String date : DATES) {
            String then = "asOf=" + date + more;
            List<JsonNode> all =
                    new ArrayList<>(client.rows(auditor, "insight", "dashboard", then));
            COUNTED.forEach(
                    (fields, view) ->
                            all.addAll(client.counts(auditor, "insight", view, fields, then)));
            dashboards.put(date, all);
        }
        return dashboards;
    }

    /** With names instead of ids, and in the order of these. */
    private static Map<String, List<String>> named(
            Map<String, List<JsonNode>> dashboards, History history) {
        Map<String, List<String>> named = new TreeMap<>();
        dashboards.forEach(
                (date, rows) ->
                        named.put(
                                date,
                                rows.stream()
                                        .map(row -> history.named(row).toString())
                                        .sorted()
                                        .toList()));
        return named;
    }
}
