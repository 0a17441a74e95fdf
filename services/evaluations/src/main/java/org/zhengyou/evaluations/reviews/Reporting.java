package org.zhengyou.evaluations.reviews;

import java.time.Instant;
import java.util.Optional;
import org.zhengyou.kit.authority.Membership;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Order;

/**
 * 述职义务 (S110, S111). One organisation or one member of the registers, with the reports given.
 *
 * @param subject its id
 * @param organization what is known of the organisation; nothing for a member
 * @param secretaries who was its secretary, by appointment
 * @param membership where the member belonged; nothing for an organisation
 * @param reported when the report of each year was filed
 * @param reasons from when it is on record why the report of a year is missing
 */
public record Reporting(
        String subject,
        OrganizationDirectory.Entry organization,
        Ledger<String, Secretary> secretaries,
        Membership membership,
        Firsts<Integer> reported,
        Firsts<Integer> reasons) {

    /**
     * 书记任职.
     *
     * @param person who
     * @param held true from the appointment as secretary, false from its end
     */
    public record Secretary(String person, boolean held) {}

    static Reporting unknown(String subject) {
        return new Reporting(
                subject,
                OrganizationDirectory.Entry.UNKNOWN,
                Ledger.empty(),
                Membership.UNKNOWN,
                Firsts.empty(),
                Firsts.empty());
    }

    Reporting with(OrganizationDirectory.Entry known) {
        return new Reporting(subject, known, secretaries, membership, reported, reasons);
    }

    Reporting with(Membership known) {
        return new Reporting(subject, organization, secretaries, known, reported, reasons);
    }

    Reporting with(int year, Order from) {
        var more = reported.with(year, from);
        return new Reporting(subject, organization, secretaries, membership, more, reasons);
    }

    Reporting withReason(int year, Order from) {
        var more = reasons.with(year, from);
        return new Reporting(subject, organization, secretaries, membership, reported, more);
    }

    Reporting with(String appointment, String person, Fact<?> fact, boolean held) {
        var more = secretaries.with(appointment, fact.order(), new Secretary(person, held));
        return new Reporting(subject, organization, more, membership, reported, reasons);
    }

    /** Which of the two it is. */
    SubjectKind kind() {
        return membership.isKnown() ? SubjectKind.MEMBER : SubjectKind.ORGANIZATION;
    }

    /** The secretary at this instant, if there was one. */
    Optional<String> secretaryAt(Instant at) {
        return secretaries.at(at).values().stream()
                .filter(Secretary::held)
                .map(Secretary::person)
                .findFirst();
    }

    /** Whether the report of this year was filed by this instant. */
    boolean hasReported(int year, Instant at) {
        return reported.isSo(year, at);
    }

    /** Whether it was on record by this instant why the report of this year is missing. */
    boolean hasReason(int year, Instant at) {
        return reasons.isSo(year, at);
    }
}
