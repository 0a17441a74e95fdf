package org.zhengyou.insight.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of the organizations service. */
public final class OrganizationsFacts {
    private OrganizationsFacts() {}

    /** All of them. */
    public static final List<Class<?>> ALL =
            List.of(
                    OrganizationEstablished.class,
                    OrganizationsMerged.class,
                    OrganizationDissolved.class);

    /**
     * 党组织已成立 (S6, S66).
     *
     * @param organization its id
     * @param type PARTY_COMMITTEE, GENERAL_BRANCH, DIRECT_BRANCH or BRANCH
     * @param parent the organisation above, if there is one
     * @param labelZh its name
     * @param labelEn its name in English
     */
    public record OrganizationEstablished(
            String organization,
            String type,
            @Nullable String parent,
            String labelZh,
            String labelEn) {
        /** 党总支（直属党支部） (Q17). */
        public boolean isSecondTier() {
            return type.equals("GENERAL_BRANCH") || type.equals("DIRECT_BRANCH");
        }
    }

    /**
     * 党组织已合并 (S66).
     *
     * @param organization the heir
     * @param merged those that ended
     * @param moved what stood under them then, and stands under the heir from then on
     */
    public record OrganizationsMerged(
            String organization, List<String> merged, List<String> moved) {}

    /**
     * 党组织已撤销 (S66).
     *
     * @param organization its id
     */
    public record OrganizationDissolved(String organization) {}
}
