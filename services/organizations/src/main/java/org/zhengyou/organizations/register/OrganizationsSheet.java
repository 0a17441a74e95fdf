package org.zhengyou.organizations.register;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.imports.RowError;
import org.zhengyou.kit.imports.SheetImport;
import org.zhengyou.kit.imports.SheetRow;
import org.zhengyou.kit.validation.Dates;
import org.zhengyou.kit.validation.Texts;
import org.zhengyou.organizations.register.OrganizationCommand.EstablishOrganization;

/**
 * 党组织导入 (S66, F6). One organisation per row; the one above may be an earlier row of the same file.
 */
public final class OrganizationsSheet implements SheetImport {
    private static final Map<String, OrganizationType> TYPES =
            Map.of(
                    "学校党委", OrganizationType.PARTY_COMMITTEE,
                    "党总支", OrganizationType.GENERAL_BRANCH,
                    "直属党支部", OrganizationType.DIRECT_BRANCH,
                    "党支部", OrganizationType.BRANCH);
    private static final Map<String, HostUnitKind> KINDS =
            Map.of("二级学院", HostUnitKind.COLLEGE, "机关教辅单位", HostUnitKind.OFFICE_OR_SUPPORT);

    @Override
    public String name() {
        return "organizations";
    }

    @Override
    public List<String> headings() {
        return List.of("编号", "名称", "类型", "上级编号", "单位类别", "成立日期");
    }

    @Override
    public String naturalKey(SheetRow row) {
        return Texts.folded(row.need("编号"));
    }

    @Override
    public boolean inOrder() {
        return true;
    }

    @Override
    public Optional<String> restsOn(SheetRow row) {
        return Optional.of(Texts.folded(row.optional("上级编号"))).filter(code -> !code.isEmpty());
    }

    @Override
    public String heading(String field) {
        return switch (field) {
            case "parentCode" -> "上级编号";
            case "code" -> "编号";
            case "labelZh" -> "名称";
            case "labelEn" -> "英文名";
            default -> field;
        };
    }

    @Override
    public Planned plan(SheetRow row, UUID newId, Given given) {
        OrganizationType type = one(row, "类型", TYPES);
        boolean committee = type == OrganizationType.PARTY_COMMITTEE;
        return new Planned(
                new EstablishOrganization(
                        new OrganizationId(newId.toString()),
                        type,
                        committee ? null : one(row, "单位类别", KINDS),
                        null,
                        committee ? null : Texts.folded(row.need("上级编号")),
                        naturalKey(row),
                        row.need("名称"),
                        row.optional("英文名")),
                day(row, "成立日期"));
    }

    private static <T> T one(SheetRow row, String heading, Map<String, T> allowed) {
        T value = allowed.get(row.need(heading));
        if (value == null)
            throw new RowError(
                    "“%s”只能是 %s / '%s' is one of these"
                            .formatted(
                                    heading,
                                    String.join("、", allowed.keySet().stream().sorted().toList()),
                                    heading));
        return value;
    }

    private static Instant day(SheetRow row, String heading) {
        try {
            return Dates.date(row.need(heading)).atStartOfDay(Given.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new RowError(
                    "“%s”须为 2010-06-01 这样的日期 / '%s' is a date like 2010-06-01"
                            .formatted(heading, heading));
        }
    }
}
