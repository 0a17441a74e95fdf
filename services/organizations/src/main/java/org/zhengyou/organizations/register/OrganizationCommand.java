package org.zhengyou.organizations.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Shape;

/** 基层党组织 (S6, S66). What may be said of Party organisations. */
public sealed interface OrganizationCommand {
    /** The longest name of an organisation, in characters. */
    int LONGEST_LABEL = 100;

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
    record EstablishOrganization(
            OrganizationId organization,
            OrganizationType type,
            @Nullable HostUnitKind hostUnitKind,
            @Nullable OrganizationId parent,
            @Nullable String parentCode,
            String code,
            String labelZh,
            String labelEn)
            implements OrganizationCommand {
        /** Checks the shape. */
        public EstablishOrganization {
            code = Code.checked("code", code);
            labelZh = Shape.text("labelZh", labelZh, LONGEST_LABEL);
            labelEn = Shape.within("labelEn", labelEn, LONGEST_LABEL);
            if (parentCode != null) parentCode = Code.checked("parentCode", parentCode);
            if (type == OrganizationType.PARTY_COMMITTEE && hostUnitKind != null)
                throw new IllegalArgumentException("hostUnitKind is absent for the committee");
            if (parent != null && parentCode != null)
                throw new IllegalArgumentException("parentCode is absent where parent is given");
        }
    }

    /**
     * 合并党组织 (S66). Organisations without members of their own go into another of the same type;
     * what stood under them stands under the heir from then on.
     *
     * @param organization the heir
     * @param merged those that end, 1 to 50
     */
    record MergeOrganizations(OrganizationId organization, List<OrganizationId> merged)
            implements OrganizationCommand {
        /** Checks the shape. */
        public MergeOrganizations {
            merged = List.copyOf(merged);
            if (merged.isEmpty() || merged.size() > 50)
                throw new IllegalArgumentException("merged has 1 to 50 entries");
            if (merged.stream().distinct().count() != merged.size())
                throw new IllegalArgumentException("merged names each organisation once");
            if (merged.contains(organization))
                throw new IllegalArgumentException("merged does not name the heir");
        }
    }

    /**
     * 撤销党组织 (S66). An organisation without members and without organisations under it ends.
     *
     * @param organization which
     * @param reason why; at most 200 characters
     */
    record DissolveOrganization(OrganizationId organization, String reason)
            implements OrganizationCommand {
        /** Checks the shape. */
        public DissolveOrganization {
            reason = Shape.text("reason", reason, 200);
        }
    }
}
