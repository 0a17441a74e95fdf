package org.zhengyou.members.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.members.University.BRANCH;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.kit.imports.RowError;
import org.zhengyou.kit.imports.SheetImport.Planned;
import org.zhengyou.kit.imports.SheetReader;
import org.zhengyou.kit.imports.SheetRow;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;
import org.zhengyou.members.University;
import org.zhengyou.members.register.BranchesByCode.OrganizationEstablished;
import org.zhengyou.members.register.MemberCommand.RegisterPartyMember;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;

class MembersSheetTest {
    private static final MembersSheet SHEET = new MembersSheet();
    private static final List<Fact<?>> CODES =
            ViewLaws.facts(
                    "organizations",
                    "2006-01-01",
                    new OrganizationEstablished("branch-1", "A1"),
                    new OrganizationEstablished("nameless", null));
    private static final String FILE =
            """
            党员编号,姓名,类别,党支部编号,入党日期,生效日期
            20080001,张三,教工,A1,1998-07-01,2008-09-01
            20080002,李四,学生,A1,,2010-06-15
            """;

    /** The codes that have arrived. */
    private record Arrived(MemoryRows<BranchesByCode.Coded> codes) implements Given {
        private static final Actor GAO = new Actor("gao", Set.of());

        static Arrived now() {
            MemoryRows<BranchesByCode.Coded> codes = new MemoryRows<>(new BranchesByCode());
            CODES.forEach(codes::fold);
            return new Arrived(codes);
        }

        @Override
        public Actor actor() {
            return GAO;
        }

        @Override
        public Instant effectiveAt() {
            return day("2010-06-15");
        }

        @Override
        public Authority authority() {
            return new EffectiveAuthority(GAO, effectiveAt(), this);
        }

        @Override
        @SuppressWarnings("unchecked") // the only view that a row looks at
        public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
            assertThat(view).isEqualTo(BranchesByCode.class);
            return (R) codes.find(key);
        }
    }

    private static Planned plan(SheetRow row, long id) {
        return SHEET.planned(row, new UUID(0, id), Arrived.now());
    }

    private static List<SheetRow> rows(Charset charset) {
        return SheetReader.read(FILE.getBytes(charset), SHEET.headings());
    }

    private static SheetRow row(String heading, String text) {
        Map<String, String> cells =
                new HashMap<>(
                        Map.of(
                                "党员编号", "20080001",
                                "姓名", "张三",
                                "类别", "教工",
                                "党支部编号", "A1",
                                "生效日期", "2008-09-01"));
        cells.put(heading, text);
        return new SheetRow(2, cells);
    }

    @Test
    void the_codes_of_branches_are_known_in_any_order_of_facts() {
        ViewLaws.isOrderFree(new BranchesByCode(), CODES);
        ViewLaws.survivesStorage(new BranchesByCode(), CODES);
        assertThat(ViewLaws.rows(new BranchesByCode(), CODES)).containsOnlyKeys("A1");
    }

    @Test
    void a_row_becomes_a_registration_in_the_branch_with_that_code() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            SheetRow row = rows(charset).getFirst();
            assertThat(plan(row, 2))
                    .isEqualTo(
                            new Planned(
                                    new RegisterPartyMember(
                                            new MemberId(new UUID(0, 2).toString()),
                                            BRANCH,
                                            MemberKind.STAFF,
                                            "张三",
                                            "20080001"),
                                    day("2008-09-01")));
            assertThat(SHEET.naturalKey(row)).isEqualTo("20080001");
        }
    }

    @Test
    void a_number_is_one_in_whatever_width_and_with_whatever_blanks_it_is_written() {
        SheetRow wide = row("党员编号", "２００８\u200B０００１");

        assertThat(SHEET.naturalKey(wide)).isEqualTo("20080001");
        assertThat(plan(wide, 2)).isEqualTo(plan(row("党员编号", "20080001"), 2));
        assertThat(plan(row("党支部编号", "Ａ１"), 2)).isEqualTo(plan(row("党支部编号", "A1"), 2));
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_content_is_a_wrong_row() {
        var scenario = University.scenario(PartyMember.decider());
        for (SheetRow row : rows(StandardCharsets.UTF_8)) {
            var first = (RegisterPartyMember) plan(row, row.number()).command();
            var again = (RegisterPartyMember) plan(row, 100 + row.number()).command();
            scenario.on(row.need("生效日期"))
                    .when(first)
                    .thenEvents(registered(first))
                    .given(registered(first))
                    .when(again)
                    .thenNothing();
        }
        scenario.on("2008-09-01")
                .when((RegisterPartyMember) plan(row("姓名", "张四"), 7).command())
                .thenRefused(RefusalCode.ALREADY_ON_RECORD);
    }

    private static PartyMemberRegistered registered(RegisterPartyMember command) {
        String person = command.member().value();
        return new PartyMemberRegistered(
                command.member(),
                command.branch(),
                command.kind(),
                Personal.of(person, command.name()),
                Personal.of(person, command.number()));
    }

    @Test
    void a_wrong_row_says_in_both_languages_what_is_wrong() {
        assertWrong("党员编号", "", "缺少“党员编号”", "empty");
        assertWrong("党员编号", "1".repeat(31), "“党员编号”须有 1 至 30 字", "must have 1 to 30 characters");
        assertWrong("姓名", "张".repeat(51), "“姓名”须有 1 至 50 字", "must have 1 to 50 characters");
        assertWrong("类别", "军人", "“类别”只能是教工或学生", "'类别' is 教工 or 学生");
        assertWrong("党支部编号", "B9", "没有“党支部编号”所写的党支部", "no branch has the code");
        assertWrong("党支部编号", "x".repeat(500), "没有“党支部编号”所写的党支部", "no branch");
        assertWrong("生效日期", "2008.9.1", "“生效日期”须为", "'生效日期' is a date");
        assertWrong("入党日期", "某日", "“入党日期”须为", "'入党日期' is a date");
        assertWrong("入党日期", "2008-09-02", "“入党日期”晚于", "is later than");
    }

    /** The reason never repeats what stands in the row: it may be personal. */
    private static void assertWrong(String heading, String text, String zh, String en) {
        assertThatThrownBy(() -> plan(row(heading, text), 1))
                .isInstanceOf(RowError.class)
                .hasMessageContaining(zh)
                .hasMessageContaining(en)
                .satisfies(
                        e ->
                                assertThat(String.valueOf(e.getMessage()))
                                        .doesNotContain("张", "20080001", "B9"));
    }

    @Test
    void dates_are_dates_at_the_university() {
        assertThat(plan(row("入党日期", "2008-09-01"), 1).effectiveAt())
                .isEqualTo(DeciderScenario.day("2008-09-01"));
    }
}
