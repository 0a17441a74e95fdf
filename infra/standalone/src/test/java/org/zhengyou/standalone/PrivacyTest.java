package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyou.standalone.Http.Answer;
import org.zhengyou.standalone.demo.SampleUniversity;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** What is personal is readable for those who may read it, and nowhere else. */
@ExtendWith(RunningCampaign.Shared.class)
class PrivacyTest {
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();

    private final RunningCampaign campaign;

    PrivacyTest(RunningCampaign campaign) {
        this.campaign = campaign;
    }

    /** Names and numbers of everybody who was imported or registered by the demonstration. */
    private static Set<String> personal() {
        SampleUniversity university =
                SampleUniversity.of(RunningCampaign.SEED, RunningCampaign.SCALE);
        int number = SampleUniversity.MEMBER_HEADINGS.indexOf("党员编号");
        int name = SampleUniversity.MEMBER_HEADINGS.indexOf("姓名");
        Set<String> personal = new TreeSet<>();
        for (List<List<String>> rows : List.of(university.staff(), university.students()))
            for (List<String> row : rows) {
                personal.add(row.get(number));
                personal.add(row.get(name));
            }
        int i = 0;
        for (DemoPeople person : DemoPeople.values()) {
            personal.add("演示" + person.zh());
            personal.add("DEMO%02d".formatted(++i));
        }
        return personal;
    }

    @Test
    void no_name_and_no_number_lies_in_clear_in_any_file_or_in_the_output() {
        Needles needles = new Needles(personal());
        Map<String, Set<String>> found = new TreeMap<>();
        Set<String> kinds = new TreeSet<>();
        for (Path file : Folders.files(campaign.stopped())) {
            Set<String> inFile = needles.in(file);
            Path name = campaign.stopped().relativize(file);
            kinds.add(name.getName(0).toString());
            if (!inFile.isEmpty()) found.put(name.toString(), inFile);
        }

        assertThat(kinds).contains("mongo", "kafka", "identity", "keys");
        assertThat(found).isEmpty();
        assertThat(needles.in(campaign.output())).isEmpty();
    }

    /** The search must be able to find: what is no secret is there in clear. */
    @Test
    void the_search_finds_what_lies_in_clear() {
        Needles open = new Needles(Set.of("中共大学委员会", "members.PartyMemberRegistered"));
        Path mongo = campaign.stopped().resolve("mongo/documents.mv");

        assertThat(open.in(mongo)).hasSize(2);
        assertThat(
                        Folders.files(campaign.stopped().resolve("kafka")).stream()
                                .flatMap(file -> open.in(file).stream())
                                .distinct())
                .hasSize(2);
    }

    /** The other side: those who may read them do, so they are on record. */
    @Test
    void the_committee_reads_every_name_and_number() {
        Set<String> read = new TreeSet<>();
        for (JsonNode row : campaign.client().rows(SECRETARY, "members", "members")) {
            read.add(row.path("name").asString());
            read.add(row.path("number").asString());
        }

        assertThat(read).containsAll(personal());
    }

    @Test
    void a_person_without_office_reads_their_own_record_and_nobody_else_s() {
        String member = DemoPeople.MEMBER.subject();
        String token = campaign.token(DemoPeople.MEMBER);
        String members = campaign.api() + "/members/members";

        Answer own = Http.get(members + "/" + member, token);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json().path("rows").path(0).path("name").asString())
                .isEqualTo("演示" + DemoPeople.MEMBER.zh());
        assertThat(keys(Http.get(members, token))).containsExactly(member);
        for (JsonNode row : campaign.client().rows(SECRETARY, "members", "members")) {
            String other = row.path("key").asString();
            if (other.equals(member)) continue;
            assertThat(Http.get(members + "/" + other, token).problem())
                    .isEqualTo("NO_SUCH_RESOURCE");
        }
        assertThat(Http.get(members + "/" + SECRETARY + "?asOf=2010-12-31", token).status())
                .isEqualTo(404);
    }

    @Test
    void an_auditor_reads_ids_and_no_names() {
        String token = campaign.token(DemoPeople.AUDITOR);

        // But their own, for the demonstration's auditor is a member, too.
        assertThat(keys(Http.get(campaign.api() + "/members/members", token)))
                .containsExactly(DemoPeople.AUDITOR.subject());
        assertThat(keys(Http.get(campaign.api() + "/members/branch-roster", token))).isNotEmpty();
        assertThat(keys(Http.get(campaign.api() + "/insight/timeline", token))).isNotEmpty();
    }

    /**
     * The supervisor may supervise every organisation: seats give functions, not names and not what
     * people said.
     */
    @ParameterizedTest
    @EnumSource(
            value = DemoPeople.class,
            names = {"SUPERVISOR", "BRANCH_SECRETARY", "AUDITOR"})
    void neither_a_seat_nor_the_auditors_role_opens_names_and_reports_of_others(DemoPeople one) {
        Set<String> own = new TreeSet<>(Set.of(one.subject()));
        own.addAll(membersOf(headedBy(one)));

        List<JsonNode> members = rows(one, "members", "members");
        assertThat(members).isNotEmpty().allMatch(row -> own.contains(row.path("key").asString()));
        List<JsonNode> reports = rows(one, "evaluations", "duty-reports");
        assertThat(reports)
                .isNotEmpty()
                .allMatch(row -> own.contains(row.path("reporter").asString()));
        assertThat(rows(one, "evaluations", "review-results")).isEmpty();
        assertThat(rows(DemoPeople.COMMITTEE_SECRETARY, "evaluations", "duty-reports"))
                .hasSizeGreaterThan(reports.size());
    }

    /** What they are there for: how far each review has come, and who has not reported. */
    @ParameterizedTest
    @EnumSource(
            value = DemoPeople.class,
            names = {"SUPERVISOR", "AUDITOR"})
    void who_supervises_or_audits_sees_every_step(DemoPeople one) {
        assertThat(rows(one, "evaluations", "review-board"))
                .hasSameSizeAs(rows(DemoPeople.COMMITTEE_SECRETARY, "evaluations", "review-board"));
    }

    private List<JsonNode> rows(DemoPeople one, String service, String view) {
        return campaign.client().rows(one.subject(), service, view, "asOf=2011-12-31");
    }

    /** The organisations of which this person is secretary or deputy secretary. */
    private Set<String> headedBy(DemoPeople one) {
        Set<String> headed = new TreeSet<>();
        for (JsonNode row : rows(DemoPeople.COMMITTEE_SECRETARY, "organizations", "office-holders"))
            for (JsonNode holder : row.path("holders"))
                if (holder.path("person").asString().equals(one.subject())
                        && holder.path("office").asString().endsWith("SECRETARY"))
                    headed.add(row.path("key").asString());
        return headed;
    }

    private Set<String> membersOf(Set<String> branches) {
        Set<String> members = new TreeSet<>();
        for (JsonNode row : rows(DemoPeople.COMMITTEE_SECRETARY, "members", "members"))
            if (branches.contains(row.path("branch").asString()))
                members.add(row.path("key").asString());
        return members;
    }

    private static List<String> keys(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("rows").valueStream().map(r -> r.path("key").asString()).toList();
    }
}
