package org.zhengyou.organizations.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Concern;

/** 基层党组织 (S6, S66). What happened to Party organisations. */
public sealed interface OrganizationEvent {
    /** The organisation concerned; for a merger, the heir. */
    OrganizationId organization();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case OrganizationEstablished e -> Concern.of(e.organization(), "S6", "S66");
            case OrganizationsMerged e -> Concern.of(e.organization(), "S66");
            case OrganizationDissolved e -> Concern.of(e.organization(), "S66");
        };
    }

    /** What happened to the organisation with a code. */
    sealed interface OfCode extends OrganizationEvent {
        /** The organisation's short code. */
        String code();
    }

    /** What puts organisations under another one. */
    sealed interface PutsUnder extends OrganizationEvent {}

    /**
     * 党组织已成立 (S6, S66).
     *
     * @param organization which
     * @param type its type, for good
     * @param hostUnitKind kind of the unit it belongs to; absent for the committee
     * @param parent the organisation above; absent for the committee
     * @param code its short code
     * @param labelZh its name in Chinese
     * @param labelEn its name in English; may be empty
     */
    record OrganizationEstablished(
            OrganizationId organization,
            OrganizationType type,
            @Nullable HostUnitKind hostUnitKind,
            @Nullable OrganizationId parent,
            String code,
            String labelZh,
            String labelEn)
            implements OfCode, PutsUnder {}

    /**
     * 党组织已合并 (S66).
     *
     * @param organization the heir
     * @param merged those that ended
     * @param moved what stood under them then, and stands under the heir from then on
     */
    record OrganizationsMerged(
            OrganizationId organization, List<OrganizationId> merged, List<OrganizationId> moved)
            implements PutsUnder {
        /** Copies the lists. */
        public OrganizationsMerged {
            merged = List.copyOf(merged);
            moved = List.copyOf(moved);
        }
    }

    /**
     * 党组织已撤销 (S66).
     *
     * @param organization which
     * @param code its short code
     * @param reason why
     */
    record OrganizationDissolved(OrganizationId organization, String code, String reason)
            implements OfCode {}
}
