package org.zhengyou.organizations.register;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.authority.RegisterEntry;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.organizations.register.OrganizationCommand.EstablishOrganization;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;

/**
 * 成立党组织 (S6, S66). Whether an organisation may be established where it is wanted.
 *
 * @param sameId the organisation of the same id
 * @param wanted the command
 * @param given what else is known
 */
record Establishing(Organization sameId, EstablishOrganization wanted, Given given) {
    /** What happens, or which rule says no. */
    List<OrganizationEstablished> events() {
        given.authority().requireCommitteeOrSetup(OfficeFunction.GUIDE, "S66");
        Organization above = above();
        OrganizationId parent = above == null ? null : established(above).organization();
        if (isOnRecord(parent)) return List.of();
        if (sameId.established() != null)
            throw refuse(ALREADY_ON_RECORD, "S66", "this id is another organisation's");
        if (above == null) requireNoCommittee();
        else requirePlace(above);
        return List.of(event(wanted.organization(), parent));
    }

    /** The organisation above; null for the committee. */
    private @Nullable Organization above() {
        if (wanted.type() == OrganizationType.PARTY_COMMITTEE) {
            if (wanted.parent() != null || wanted.parentCode() != null)
                throw refuse(OUT_OF_SCOPE, "S6", "nothing stands above the university committee");
            return null;
        }
        if (wanted.hostUnitKind() == null)
            throw refuse(PART_MISSING, "S6", "hostUnitKind is missing");
        if (wanted.parentCode() != null) return withCode(wanted.parentCode());
        if (wanted.parent() == null)
            throw refuse(PART_MISSING, "S6", "parent or parentCode is missing");
        return given.on(Organization.GROUND, wanted.parent());
    }

    private static OrganizationEstablished established(Organization above) {
        if (above.established() == null)
            throw refuse(NOT_ON_RECORD, "S6", "the organisation above is not on record");
        return above.established().event();
    }

    private Organization withCode(String code) {
        return given.on(Organization.WITH_CODE, () -> code);
    }

    private OrganizationEstablished event(OrganizationId id, @Nullable OrganizationId parent) {
        return new OrganizationEstablished(
                id,
                wanted.type(),
                wanted.hostUnitKind(),
                parent,
                wanted.code(),
                wanted.labelZh(),
                wanted.labelEn());
    }

    /** The same content and date again change nothing, under whatever id they are told. */
    private boolean isOnRecord(@Nullable OrganizationId parent) {
        Told<OrganizationEstablished> known = withCode(wanted.code()).established();
        OrganizationId id = known == null ? wanted.organization() : known.event().organization();
        return Once.of(known, event(id, parent), given)
                .or("S66", "code " + wanted.code() + " is on record with other content or date");
    }

    private void requireNoCommittee() {
        if (!given.on(Below.GROUND).children().isEmpty())
            throw refuse(ALREADY_ON_RECORD, "S6", "there is one university Party committee");
    }

    private void requirePlace(Organization above) {
        if (established(above).type() != wanted.type().above())
            throw refuse(
                    OUT_OF_SCOPE, "S6", wanted.type() + " stands under a " + wanted.type().above());
        if (!above.existsAt(given.effectiveAt()))
            throw refuse(OUT_OF_SCOPE, "S6", "the organisation above does not exist on that date");
        if (above.ended() != null || isEndedByNow(above))
            throw refuse(STEP_OUT_OF_ORDER, "S66", "the organisation above has ended since");
    }

    /** Found by its code, a merger of the one above lies outside the boundary: the directory. */
    private boolean isEndedByNow(Organization above) {
        OrganizationDirectory.Entry entry =
                given.look(OrganizationDirectory.class, established(above).organization().value());
        return !entry.register().last().map(RegisterEntry::isOn).orElse(true);
    }
}
