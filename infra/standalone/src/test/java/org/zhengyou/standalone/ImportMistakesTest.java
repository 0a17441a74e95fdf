package org.zhengyou.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.standalone.Imports.shipped;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.standalone.Http.Answer;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/**
 * Spreadsheets with mistakes: what is right goes in, everything else comes back with its reason.
 */
@ExtendWith(RunningCampaign.Shared.class)
class ImportMistakesTest {
    private static final String HEADINGS = "党员编号,姓名,类别,党支部编号,入党日期,生效日期\r\n";

    private final Imports imports;

    ImportMistakesTest(RunningCampaign campaign) {
        this.imports = campaign.imports();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void right_rows_go_in_and_each_wrong_one_is_listed_with_the_reason(String charset) {
        String n = charset.substring(0, 2);
        String file =
                HEADINGS
                        + n
                        + "1,李对,教工,D001,2001-07-01,2011-08-01\r\n" // 2: right
                        + n
                        + "2,,教工,D001,2001-07-01,2011-08-01\r\n" // 3: no name
                        + n
                        + "3,王错,教师,D001,2001-07-01,2011-08-01\r\n" // 4: no such kind
                        + n
                        + "4,王错,教工,D999,2001-07-01,2011-08-01\r\n" // 5: no such branch
                        + n
                        + "5,王错,教工,D001,2001-07-01,01.05.2010\r\n" // 6: no ISO date
                        + n
                        + "6,王错,教工,Z001,2001-07-01,2011-08-01\r\n" // 7: no branch
                        + n
                        + "1,王错,教工,D001,2001-07-01,2011-08-01\r\n" // 8: twice in the file
                        + "DY100001,王错错,教工,D001,2001-07-01,2011-08-01\r\n" // 9: another's number
                        + n
                        + "7,王错,教工,D001,2001-07-01,1900-08-01\r\n" // 10: absurd date
                        + n
                        + "8,"
                        + "长".repeat(60)
                        + ",教工,D001,2001-07-01,2011-08-01\r\n" // 11
                        + ",王错,教工,D001,2001-07-01,2011-08-01\r\n" // 12: no number
                        + "\r\n"
                        + n
                        + "9,张对,学生,J001,2009-07-01,2011-08-01\r\n"; // 14: right

        JsonNode report = imports.take("members", file.getBytes(Charset.forName(charset)));

        assertThat(report.path("imported").asInt()).isEqualTo(2);
        List<Integer> wrong = new ArrayList<>();
        for (JsonNode row : report.path("wrongRows")) {
            wrong.add(row.path("row").asInt());
            String reason = row.path("reason").asString();
            assertThat(reason)
                    .as("%s", row)
                    .containsPattern("\\p{IsHan}")
                    .containsPattern("[a-z]{2}");
            assertThat(reason).doesNotContain("王错", "李对").doesNotContain("Exception");
        }
        assertThat(wrong).containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        JsonNode again = imports.take("members", file.getBytes(Charset.forName(charset)));
        assertThat(again.path("imported").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.path("wrongRows")).isEqualTo(report.path("wrongRows"));
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_as_a_whole() {
        byte[] whole = shipped("members-students.xlsx");
        List<byte[]> files =
                List.of(
                        new byte[0],
                        Arrays.copyOf(whole, whole.length / 2),
                        "姓名\r\n李对\r\n".getBytes(UTF_8),
                        HEADINGS.replace("姓名", "党员编号").getBytes(UTF_8));

        for (byte[] file : files) {
            Answer answer = imports.send(DemoPeople.COMMITTEE_SECRETARY, "members", file, "");
            assertThat(answer.problem()).isEqualTo("MALFORMED_REQUEST");
            assertThat(answer.text()).containsPattern("\\p{IsHan}.* / [a-z]");
        }
        assertThat(
                        imports.send(
                                        DemoPeople.COMMITTEE_SECRETARY,
                                        "members",
                                        new byte[17 << 20],
                                        "")
                                .problem())
                .isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void who_may_not_register_members_may_not_import_them() {
        String file = HEADINGS + "M1,李对,教工,D001,2001-07-01,2011-08-01\r\n";

        JsonNode report = imports.take(DemoPeople.SUPERVISOR, "members", file.getBytes(UTF_8), "");

        assertThat(report.path("imported").asInt()).isZero();
        assertThat(report.path("wrongRows").path(0).path("code").asString())
                .isEqualTo("ACTOR_LACKS_AUTHORITY");
        Answer early = imports.send(DemoPeople.MEMBER, "members", file.getBytes(UTF_8), "");
        assertThat(early.problem()).isEqualTo("ACTOR_LACKS_AUTHORITY");
        assertThat(imports.send(DemoPeople.AUDITOR, "members", file.getBytes(UTF_8), "").status())
                .isEqualTo(403);
    }
}
