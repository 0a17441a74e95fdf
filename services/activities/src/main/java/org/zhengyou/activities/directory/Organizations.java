package org.zhengyou.activities.directory;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;

import java.util.Optional;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.decide.Given;

/** 党组织 (S6). What rules here ask about organisations. */
public final class Organizations {
    private Organizations() {}

    /**
     * An organisation that exists at the effective time.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if it is not known here yet,
     *     OUT_OF_SCOPE if it does not exist then
     */
    public static Entry require(OrganizationId organization, Given given, String clause) {
        Entry entry = given.look(OrganizationDirectory.class, organization.value());
        if (!entry.isKnown())
            throw refuse(
                    RESULT_MISSING,
                    clause,
                    "organisation " + organization.value() + " is not known here yet");
        if (!entry.existsAt(given.effectiveAt()))
            throw refuse(
                    OUT_OF_SCOPE,
                    clause,
                    "organisation "
                            + organization.value()
                            + " does not exist on "
                            + given.effectiveOn());
        return entry;
    }

    /** The nearest second-tier organisation above this one that exists at the effective time. */
    public static Optional<String> secondTierAbove(OrganizationId organization, Given given) {
        return OrganizationDirectory.lineOf(given, organization.value(), given.effectiveAt())
                .stream()
                .skip(1)
                .filter(
                        above -> {
                            Entry entry = given.look(OrganizationDirectory.class, above);
                            return entry.isSecondTier() && entry.existsAt(given.effectiveAt());
                        })
                .findFirst();
    }
}
