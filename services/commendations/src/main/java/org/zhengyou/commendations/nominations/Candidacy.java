package org.zhengyou.commendations.nominations;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.util.Optional;
import org.zhengyou.commendations.nominations.NominationCommand.FileNomination;
import org.zhengyou.kit.authority.Registers;

/**
 * 申报对象 (S83). Whether the one who nominates, the one who is nominated and the one who speaks for it
 * belong together on the effective date.
 */
record Candidacy(Registers registers) {
    void require(FileNomination c) {
        String organization = c.organization().value();
        if (registers.organization(organization).type().equals("PARTY_COMMITTEE"))
            throw refused("an existing primary-level organisation nominates");
        if (!registers.secondTierOf(organization).equals(Optional.of(c.unit().value())))
            throw refused("its general branch or direct branch speaks for it");
        String candidate = c.candidate().value();
        if (c.category().isForOrganizations()) {
            if (!candidate.equals(organization)) throw refused("an organisation nominates itself");
        } else if (!registers.isMemberIn(candidate, organization))
            throw refused("the candidate does not belong to the organisation");
    }

    private RuntimeException refused(String reason) {
        return refuse(OUT_OF_SCOPE, registers.clause(), reason);
    }
}
