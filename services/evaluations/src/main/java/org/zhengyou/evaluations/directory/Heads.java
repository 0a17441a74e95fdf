package org.zhengyou.evaluations.directory;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Given;

/**
 * 书记 (S110, S113). Who headed an organisation at the instant of these registers.
 *
 * @param registers the registers, with the clause that asks
 */
public record Heads(Registers registers) {
    /**
     * This person was secretary of exactly this organisation.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if the person is not known here yet,
     *     OUT_OF_SCOPE if it was somebody else
     */
    public void requireSecretary(String person, String organization) {
        registers.requireKnown(person);
        if (!isSecretary(person, organization))
            throw refuse(
                    OUT_OF_SCOPE,
                    registers.clause(),
                    "the secretary of the organisation reports, and that was somebody else on "
                            + registers.at().atZone(Given.ZONE).toLocalDate());
    }

    /** Whether this person was secretary of this organisation or of one above it. */
    public boolean headsLineOf(String person, String organization) {
        return OrganizationDirectory.lineOf(registers.lookup(), organization, registers.at())
                .stream()
                .anyMatch(one -> isSecretary(person, one));
    }

    /**
     * Whether this person was the head of exactly this organisation: its secretary; at the
     * university Party committee, whose leaders are several, a deputy secretary, too.
     */
    public boolean isHeadOf(String person, String organization) {
        return isSecretary(person, organization)
                || (holds(person, organization, OfficeDirectory.DEPUTY_SECRETARY)
                        && isCommittee(organization));
    }

    private boolean isCommittee(String organization) {
        return registers
                .lookup()
                .look(OrganizationDirectory.class, organization)
                .type()
                .equals("PARTY_COMMITTEE");
    }

    private boolean isSecretary(String person, String organization) {
        return holds(person, organization, OfficeDirectory.SECRETARY);
    }

    private boolean holds(String person, String organization, String office) {
        return OfficeDirectory.heldBy(registers.lookup(), person, registers.at())
                .anyMatch(
                        e ->
                                e.getValue().organization().equals(organization)
                                        && e.getValue().office().equals(office));
    }
}
