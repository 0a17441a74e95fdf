package org.zhengyou.organizations.register;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.organizations.register.OrganizationCommand.EstablishOrganization;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.Register.Known;

/**
 * 成立党组织 (S6, S66). Whether an organisation may be established where it is wanted.
 *
 * @param register the organisations of the same id, of the same code, and above
 * @param wanted the command
 * @param given what else is known
 */
record Establishing(Register register, EstablishOrganization wanted, Given given) {
    /** What happens, or which rule says no. */
    List<OrganizationEvent> events() {
        given.authority().requireCommitteeOrSetup(OfficeFunction.GUIDE, "S66");
        Known above = above();
        OrganizationEstablished event = event(above);
        Optional<Known> sameCode = register.withCode(wanted.code());
        if (sameCode.isPresent()) return repeated(sameCode.get(), event);
        if (register.known().containsKey(wanted.organization()))
            throw refuse(ALREADY_ON_RECORD, "S66", "this id is another organisation's");
        if (above == null) requireNoCommittee();
        else requirePlace(above);
        return List.of(event);
    }

    private boolean isCommittee() {
        return wanted.type() == OrganizationType.PARTY_COMMITTEE;
    }

    /** The organisation above; null for the committee. */
    private @Nullable Known above() {
        if (isCommittee()) {
            if (wanted.parent() != null || wanted.parentCode() != null)
                throw refuse(OUT_OF_SCOPE, "S6", "nothing stands above the university committee");
            return null;
        }
        if (wanted.hostUnitKind() == null)
            throw refuse(PART_MISSING, "S6", "hostUnitKind is missing");
        Known above =
                wanted.parentCode() != null
                        ? register.withCode(wanted.parentCode()).orElse(null)
                        : register.known().get(parent());
        if (above == null)
            throw refuse(NOT_ON_RECORD, "S6", "the organisation above is not on record");
        return above;
    }

    private OrganizationId parent() {
        if (wanted.parent() == null)
            throw refuse(PART_MISSING, "S6", "parent or parentCode is missing");
        return wanted.parent();
    }

    private OrganizationEstablished event(@Nullable Known above) {
        return new OrganizationEstablished(
                wanted.organization(),
                wanted.type(),
                wanted.hostUnitKind(),
                above == null ? null : above.as().organization(),
                wanted.code(),
                wanted.labelZh(),
                wanted.labelEn());
    }

    /** The same content and date again change nothing, under whatever id they are told. */
    private List<OrganizationEvent> repeated(Known there, OrganizationEstablished event) {
        OrganizationEstablished sameId =
                new OrganizationEstablished(
                        there.as().organization(),
                        event.type(),
                        event.hostUnitKind(),
                        event.parent(),
                        event.code(),
                        event.labelZh(),
                        event.labelEn());
        if (there.as().equals(sameId) && there.from().equals(given.effectiveAt())) return List.of();
        throw refuse(
                ALREADY_ON_RECORD,
                "S66",
                "code " + event.code() + " is on record with other content or another date");
    }

    private void requireNoCommittee() {
        if (register.known().values().stream()
                .anyMatch(one -> one.as().type() == OrganizationType.PARTY_COMMITTEE))
            throw refuse(ALREADY_ON_RECORD, "S6", "there is one university Party committee");
    }

    private void requirePlace(Known above) {
        if (above.as().type() != wanted.type().above())
            throw refuse(
                    OUT_OF_SCOPE, "S6", wanted.type() + " stands under a " + wanted.type().above());
        if (!above.existsAt(given.effectiveAt()))
            throw refuse(OUT_OF_SCOPE, "S6", "the organisation above does not exist on that date");
        if (above.until() != null || isEndedByNow(above))
            throw refuse(STEP_OUT_OF_ORDER, "S66", "the organisation above has ended since");
    }

    /** Found by its code, a merger of the one above lies outside the boundary: the directory. */
    private boolean isEndedByNow(Known above) {
        OrganizationDirectory.Entry entry =
                given.look(OrganizationDirectory.class, above.as().organization().value());
        return !entry.alive().last().orElse(true);
    }
}
