package org.zhengyou.kit.attestation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengyou.kit.adoption.AdoptablePolicy;
import org.zhengyou.kit.adoption.AdoptedPolicies;
import org.zhengyou.kit.adoption.InForce;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Lookup;

/**
 * 补录 (P-BACKDATE, P-ENTERED). How much later than it is true an act was recorded, and whether a
 * second person has to stand for it: what is recorded more than some days late could be dated into
 * a time in which its actor was entitled to it; what is entered from a document was said by
 * another.
 *
 * <p>How many days is a policy. What counts is the version in force on the day of the
 * <em>recording</em>, which the envelope cites: what the committee adopts afterwards neither
 * accuses nor excuses.
 *
 * @param days between the day on which it is true and that on which it was recorded; negative for
 *     what was said ahead
 * @param allowed how many of them are
 * @param entered whether it was entered from a document
 */
public record Lateness(long days, InForce<Integer> allowed, boolean entered) {
    /** Acts that are recorded late. */
    public static final String BACKDATE = "P-BACKDATE";

    /** Acts that are entered from a document. */
    public static final String ENTERED = "P-ENTERED";

    /** After how many days an act counts as late; {@code none} if never. */
    public static final AdoptablePolicy<Integer> POLICY =
            AdoptablePolicy.number(
                    BACKDATE, "补录期限（天）", "Days after which an act is late", 0, 3660, 30);

    private static final Pattern CITED = Pattern.compile(BACKDATE + "@([1-9]\\d{0,8}) (\\S+)");

    /** That of this fact. */
    public static Lateness of(Fact<?> fact) {
        return new Lateness(
                ChronoUnit.DAYS.between(fact.effectiveOn(), recordedOn(fact)),
                inForce(fact.metadata().getOrDefault(EventMetadata.BACKDATE, "")),
                fact.metadata()
                        .getOrDefault(EventMetadata.PROVENANCE, EventMetadata.NATIVE)
                        .equals(EventMetadata.ENTERED));
    }

    /** The date on which this fact was recorded, at the university. */
    static LocalDate recordedOn(Fact<?> fact) {
        return fact.recordedAt().atZone(Given.ZONE).toLocalDate();
    }

    /**
     * What the envelope cites of an event that is recorded now; nothing as long as nothing was
     * adopted.
     *
     * @param lookup the rows of a service that adopts {@link #POLICY}
     */
    public static Optional<String> cited(Lookup lookup, Instant now) {
        return lookup.look(AdoptedPolicies.class, BACKDATE)
                .versions()
                .at(now)
                .map(adopted -> BACKDATE + '@' + adopted.version() + ' ' + adopted.value());
    }

    /** What an envelope cites; what is none cites nothing. */
    private static InForce<Integer> inForce(String cited) {
        Matcher m = CITED.matcher(cited);
        return m.matches()
                ? POLICY.adopted(Integer.parseInt(m.group(1)), m.group(2))
                        .orElseGet(POLICY::unadopted)
                : POLICY.unadopted();
    }

    /** Whether it was recorded later than it may be. */
    public boolean isLate() {
        return allowed.value().filter(most -> days > most).isPresent();
    }

    /**
     * Whether a second person has to stand for this fact: for none that the platform itself says.
     */
    public boolean needsAttestation(Fact<?> fact) {
        return (isLate() || entered) && !Actor.isPolicy(fact.actor());
    }
}
