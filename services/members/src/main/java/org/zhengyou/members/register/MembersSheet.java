package org.zhengyou.members.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.imports.RowError;
import org.zhengyou.kit.imports.SheetImport;
import org.zhengyou.kit.imports.SheetRow;
import org.zhengyou.kit.validation.Dates;
import org.zhengyou.kit.validation.Texts;
import org.zhengyou.members.register.MemberCommand.RegisterPartyMember;

/**
 * 党员导入 (S4, F6). One member per row; the branch is named by its code. A column “入党日期” may be there:
 * its dates are checked against “生效日期”, and not kept, because no clause needs them.
 */
public final class MembersSheet implements SheetImport {
    private static final String JOINED = "入党日期";
    private static final String EFFECTIVE = "生效日期";

    @Override
    public String name() {
        return "members";
    }

    @Override
    public List<String> headings() {
        return List.of("党员编号", "姓名", "类别", "党支部编号", EFFECTIVE);
    }

    @Override
    public String naturalKey(SheetRow row) {
        return Texts.folded(row.need("党员编号"));
    }

    @Override
    public String heading(String field) {
        return switch (field) {
            case "name" -> "姓名";
            case "number" -> "党员编号";
            default -> field;
        };
    }

    @Override
    public Planned plan(SheetRow row, UUID newId, Given given) {
        LocalDate effective = day(EFFECTIVE, row.need(EFFECTIVE));
        String joined = row.optional(JOINED);
        if (!joined.isEmpty() && day(JOINED, joined).isAfter(effective))
            throw new RowError("“入党日期”晚于“生效日期” / '入党日期' is later than '生效日期'");
        return new Planned(
                new RegisterPartyMember(
                        new MemberId(newId.toString()),
                        branch(row, given),
                        kind(row),
                        row.need("姓名"),
                        row.need("党员编号")),
                effective.atStartOfDay(Given.ZONE).toInstant());
    }

    private static BranchId branch(SheetRow row, Given given) {
        String code = Texts.folded(row.need("党支部编号"));
        Optional<String> branch =
                BranchesByCode.isKey(code)
                        ? given.look(BranchesByCode.class, code).organization().last()
                        : Optional.empty();
        return branch.map(BranchId::new)
                .orElseThrow(
                        () -> new RowError("没有“党支部编号”所写的党支部 / no branch has the code in '党支部编号'"));
    }

    private static MemberKind kind(SheetRow row) {
        return switch (row.need("类别")) {
            case "教工" -> MemberKind.STAFF;
            case "学生" -> MemberKind.STUDENT;
            default -> throw new RowError("“类别”只能是教工或学生 / '类别' is 教工 or 学生");
        };
    }

    private static LocalDate day(String heading, String text) {
        try {
            return Dates.date(text);
        } catch (DateTimeException e) {
            throw new RowError(
                    "“%s”须为 2010-06-01 这样的日期 / '%s' is a date like 2010-06-01"
                            .formatted(heading, heading));
        }
    }
}
