package org.zhengyou.organizations.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.imports.RowError;
import org.zhengyou.kit.imports.SheetReader;
import org.zhengyou.kit.imports.SheetRow;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.organizations.OrganizationsService;
import org.zhengyou.organizations.register.OrganizationCommand.EstablishOrganization;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;

class OrganizationsSheetTest {
    private static final OrganizationsSheet SHEET = new OrganizationsSheet();
    private static final String FILE =
            """
            编号,名称,英文名,类型,上级编号,单位类别,成立日期
            DW,中共大学委员会,,学校党委,,,1958-09-01
            A,数学学院党总支,School of Mathematics,党总支,DW,二级学院,2001-03-01
            A1,数学学院教工党支部,,党支部,A,二级学院,2001-03-01
            D,图书馆直属党支部,,直属党支部,DW,机关教辅单位,2003-01-01
            """;

    private static EstablishOrganization plan(Map<String, String> cells) {
        Object command =
                SHEET.planned(new SheetRow(2, cells), new UUID(0, 2), new NothingKnown()).command();
        return (EstablishOrganization) command;
    }

    private static Map<String, String> row(String heading, String text) {
        Map<String, String> cells =
                new HashMap<>(
                        Map.of(
                                "编号", "A1",
                                "名称", "数学学院教工党支部",
                                "类型", "党支部",
                                "上级编号", "A",
                                "单位类别", "二级学院",
                                "成立日期", "2001-03-01"));
        cells.put(heading, text);
        return cells;
    }

    @Test
    void a_row_names_the_one_above_by_its_code() {
        EstablishOrganization branch = plan(row("英文名", "Staff branch"));
        assertThat(branch)
                .isEqualTo(
                        new EstablishOrganization(
                                new OrganizationId(new UUID(0, 2).toString()),
                                OrganizationType.BRANCH,
                                HostUnitKind.COLLEGE,
                                null,
                                "A",
                                "A1",
                                "数学学院教工党支部",
                                "Staff branch"));
        assertThat(
                        SHEET.planned(
                                        new SheetRow(2, row("英文名", "")),
                                        new UUID(0, 2),
                                        new NothingKnown())
                                .effectiveAt())
                .isEqualTo(day("2001-03-01"));
    }

    @Test
    void a_whole_university_comes_from_one_file_each_row_on_the_ones_above_it() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertThat(SHEET.inOrder()).isTrue();
            var scenario =
                    DeciderScenario.of(OrganizationsService.definition(), Organization.decider())
                            .by("setup", "SETUP");
            List<OrganizationEstablished> told = new ArrayList<>();
            for (SheetRow row : SheetReader.read(FILE.getBytes(charset), SHEET.headings())) {
                var planned = SHEET.planned(row, new UUID(0, row.number()), new NothingKnown());
                var event = expected((EstablishOrganization) planned.command(), told);
                scenario.on(row.need("成立日期"))
                        .when((EstablishOrganization) planned.command())
                        .thenEvents(event)
                        .given(event);
                told.add(event);
            }
            assertThat(told)
                    .extracting(OrganizationEstablished::code)
                    .containsExactly("DW", "A", "A1", "D");
            for (SheetRow row : SheetReader.read(FILE.getBytes(charset), SHEET.headings()))
                scenario.on(row.need("成立日期"))
                        .when(
                                (EstablishOrganization)
                                        SHEET.planned(
                                                        row,
                                                        new UUID(1, row.number()),
                                                        new NothingKnown())
                                                .command())
                        .thenNothing();
        }
    }

    private static OrganizationEstablished expected(
            EstablishOrganization command, List<OrganizationEstablished> above) {
        return new OrganizationEstablished(
                command.organization(),
                command.type(),
                command.hostUnitKind(),
                above.stream()
                        .filter(e -> e.code().equals(command.parentCode()))
                        .map(OrganizationEstablished::organization)
                        .findFirst()
                        .orElse(null),
                command.code(),
                command.labelZh(),
                command.labelEn());
    }

    @Test
    void a_wrong_row_says_in_both_languages_what_is_wrong() {
        assertWrong("类型", "党小组", "“类型”只能是", "'类型' is one of these");
        assertWrong("类型", "", "缺少“类型”", "empty");
        assertWrong("单位类别", "企业", "“单位类别”只能是", "'单位类别' is one of these");
        assertWrong("上级编号", "", "缺少“上级编号”", "empty");
        assertWrong("编号", "A B", "“编号”须为 1 至 20", "'编号' must have 1 to 20");
        assertWrong("上级编号", "x".repeat(21), "“上级编号”须为 1 至 20", "'上级编号' must have 1 to 20");
        assertWrong("名称", "党".repeat(101), "“名称”须有 1 至 100 字", "must have 1 to 100 characters");
        assertWrong("成立日期", "2001年3月", "“成立日期”须为", "'成立日期' is a date");
    }

    private static void assertWrong(String heading, String text, String zh, String en) {
        assertThatThrownBy(() -> plan(row(heading, text)))
                .isInstanceOf(RowError.class)
                .hasMessageContaining(zh)
                .hasMessageContaining(en);
    }

    @Test
    void the_code_tells_rows_apart() {
        assertThat(SHEET.naturalKey(new SheetRow(2, row("编号", "A1")))).isEqualTo("A1");
    }
}
