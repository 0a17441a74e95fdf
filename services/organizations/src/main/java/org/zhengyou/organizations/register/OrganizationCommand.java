package org.zhengyou.organizations.register;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Distinct;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Violation;

/** 基层党组织 (S6, S66). What may be said of Party organisations. */
public sealed interface OrganizationCommand {
    /** What the short code of an organisation looks like. */
    String CODE = "[\\p{L}\\p{N}._-]{1,20}";

    /** What is said of another code. */
    String CODE_WORDS = "must have 1 to 20 letters, digits or . _ - | 须为 1 至 20 个字、字母、数字或 . _ -";

    /** The organisation concerned; for a merger, the heir. */
    OrganizationId organization();

    /**
     * 成立党组织 (S6, S66). A Party organisation is established under another.
     *
     * @param organization a new random id
     * @param type its type, which never changes
     * @param hostUnitKind kind of the unit it belongs to; absent for the committee only
     * @param parent id of the organisation above; absent for the committee, or with a parentCode
     * @param parentCode code of the organisation above, in place of its id
     * @param code its short code; unique; at most 20 letters, digits, dots, lines or underscores
     * @param labelZh its name in Chinese; at most 100 characters
     * @param labelEn its name in English; at most 100 characters; may be empty
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S66")
    @Allowed(level = Allowed.Level.SETUP, clause = "S66")
    @MayLieAhead
    record EstablishOrganization(
            @New OrganizationId organization,
            OrganizationType type,
            @Nullable HostUnitKind hostUnitKind,
            @Nullable OrganizationId parent,
            @Nullable @Pattern(regexp = CODE, message = CODE_WORDS) String parentCode,
            @Pattern(regexp = CODE, message = CODE_WORDS) String code,
            @Text(max = 100) String labelZh,
            @Text(min = 0, max = 100) String labelEn)
            implements OrganizationCommand, Consistent {
        @Override
        public List<Violation> contradictions() {
            List<Violation> all = new ArrayList<>();
            all.addAll(
                    Violation.unless(
                            type != OrganizationType.PARTY_COMMITTEE || hostUnitKind == null,
                            "hostUnitKind",
                            "must be absent for the committee | 学校党委不填"));
            all.addAll(
                    Violation.unless(
                            parent == null || parentCode == null,
                            "parentCode",
                            "must be absent where parent is given | 已填 parent 时不填"));
            return all;
        }
    }

    /**
     * 合并党组织 (S66). Organisations without members of their own go into another of the same type;
     * what stood under them stands under the heir from then on.
     *
     * @param organization the heir
     * @param merged those that end, 1 to 50
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S66")
    @MayLieAhead
    record MergeOrganizations(
            OrganizationId organization,
            @Size(min = 1, max = 50) @Distinct List<OrganizationId> merged)
            implements OrganizationCommand, Consistent {
        @Override
        public List<Violation> contradictions() {
            return Violation.unless(
                    !merged.contains(organization),
                    "merged",
                    "must not name the heir | 不得列出合并后的党组织");
        }
    }

    /**
     * 撤销党组织 (S66). An organisation without members and without organisations under it ends.
     *
     * @param organization which
     * @param reason why; at most 200 characters
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S66")
    @MayLieAhead
    record DissolveOrganization(OrganizationId organization, @Text(max = 200) String reason)
            implements OrganizationCommand {}
}
