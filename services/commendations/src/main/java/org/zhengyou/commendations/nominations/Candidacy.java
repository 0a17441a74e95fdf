package org.zhengyou.commendations.nominations;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;

import java.util.List;
import org.zhengyou.commendations.directory.RegisterDirectory;
import org.zhengyou.commendations.nominations.NominationCommand.FileNomination;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.decide.Given;

/**
 * 申报对象 (S83). Whether the one who nominates, the one who is nominated and the one who speaks for it
 * belong together on the effective date.
 */
record Candidacy(Given given, String clause) {
    void require(FileNomination c) {
        String organization = c.organization().value();
        Entry entry = given.look(OrganizationDirectory.class, organization);
        if (!entry.isKnown())
            throw refuse(
                    RESULT_MISSING,
                    clause,
                    "organisation " + organization + " is not known here yet");
        if (!entry.existsAt(given.effectiveAt()) || entry.type().equals("PARTY_COMMITTEE"))
            throw refuse(OUT_OF_SCOPE, clause, "an existing primary-level organisation nominates");
        requireUnit(c, organization);
        if (c.category().isForOrganizations()) requireSame(c, organization);
        else requireMember(c, organization);
    }

    private void requireUnit(FileNomination c, String organization) {
        String unit =
                line(organization).stream()
                        .filter(one -> given.look(OrganizationDirectory.class, one).isSecondTier())
                        .findFirst()
                        .orElse("");
        if (!c.unit().value().equals(unit))
            throw refuse(OUT_OF_SCOPE, clause, "its general branch or direct branch speaks for it");
    }

    private void requireSame(FileNomination c, String organization) {
        if (!c.candidate().value().equals(organization))
            throw refuse(OUT_OF_SCOPE, clause, "an organisation nominates itself");
    }

    private void requireMember(FileNomination c, String organization) {
        var register = given.look(RegisterDirectory.class, c.candidate().value());
        if (!register.isKnown())
            throw refuse(
                    RESULT_MISSING,
                    clause,
                    "member " + c.candidate().value() + " is not known here yet");
        boolean belongs =
                register.at(given.effectiveAt())
                        .filter(RegisterDirectory.Entry::isOn)
                        .map(one -> line(one.branch()).contains(organization))
                        .orElse(false);
        if (!belongs)
            throw refuse(OUT_OF_SCOPE, clause, "the candidate does not belong to the organisation");
    }

    private List<String> line(String organization) {
        return OrganizationDirectory.lineOf(given, organization, given.effectiveAt());
    }
}
