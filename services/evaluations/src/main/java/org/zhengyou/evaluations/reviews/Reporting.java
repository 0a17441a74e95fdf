package org.zhengyou.evaluations.reviews;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.directory.Membership;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

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
        SortedMap<String, Secretary> secretaries,
        Membership membership,
        SortedMap<Integer, Instant> reported,
        SortedMap<Integer, Instant> reasons) {

    /**
     * 书记任职.
     *
     * @param person who
     * @param held true from the appointment as secretary, false from its end
     */
    public record Secretary(String person, Timeline<Boolean> held) {}

    /** Copies the maps. */
    public Reporting {
        secretaries = Collections.unmodifiableSortedMap(new TreeMap<>(secretaries));
        reported = Collections.unmodifiableSortedMap(new TreeMap<>(reported));
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    static Reporting unknown(String subject) {
        return new Reporting(
                subject,
                new OrganizationDirectory.Entry(
                        Timeline.empty(), Timeline.empty(), Timeline.empty()),
                new TreeMap<>(),
                Membership.UNKNOWN,
                new TreeMap<>(),
                new TreeMap<>());
    }

    Reporting with(OrganizationDirectory.Entry known) {
        return new Reporting(subject, known, secretaries, membership, reported, reasons);
    }

    Reporting with(Membership known) {
        return new Reporting(subject, organization, secretaries, known, reported, reasons);
    }

    Reporting with(int year, Instant at) {
        var more = earliest(reported, year, at);
        return new Reporting(subject, organization, secretaries, membership, more, reasons);
    }

    Reporting withReason(int year, Instant at) {
        var more = earliest(reasons, year, at);
        return new Reporting(subject, organization, secretaries, membership, reported, more);
    }

    private static SortedMap<Integer, Instant> earliest(
            SortedMap<Integer, Instant> known, int year, Instant at) {
        SortedMap<Integer, Instant> more = new TreeMap<>(known);
        more.merge(year, at, (a, b) -> a.isBefore(b) ? a : b);
        return more;
    }

    Reporting with(String appointment, String person, Fact<?> fact, boolean held) {
        SortedMap<String, Secretary> more = new TreeMap<>(secretaries);
        Secretary known = more.getOrDefault(appointment, new Secretary(person, Timeline.empty()));
        more.put(appointment, new Secretary(person, known.held().with(fact.order(), held)));
        return new Reporting(subject, organization, more, membership, reported, reasons);
    }

    /** The secretary at this instant, if there was one. */
    Optional<String> secretaryAt(Instant at) {
        return secretaries.values().stream()
                .filter(one -> one.held().at(at).orElse(false))
                .map(Secretary::person)
                .findFirst();
    }

    /** Whether the report of this year was filed by this instant. */
    boolean hasReported(int year, Instant at) {
        return isSince(reported.get(year), at);
    }

    /** Whether it was on record by this instant why the report of this year is missing. */
    boolean hasReason(int year, Instant at) {
        return isSince(reasons.get(year), at);
    }

    private static boolean isSince(@Nullable Instant since, Instant at) {
        return since != null && !since.isAfter(at);
    }
}
