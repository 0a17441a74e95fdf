package org.zhengyou.commendations.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengyou.commendations.directory.ActivityDirectory.Part;
import org.zhengyou.commendations.directory.ResultDirectory.Result;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.CountedResults;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.adoption.InForce;
import org.zhengyou.kit.authority.RegisterEntry;

/**
 * 依据 (S69, S116). All that the rules may look at, fixed before the first one is applied.
 *
 * @param kind the kind of the round
 * @param category what the candidate is nominated for
 * @param periodFrom first day of the round's period
 * @param periodTo last day of the round's period
 * @param register what the register says of the candidate on the effective date, if anything
 * @param results the candidate's review results known and determined by then, the oldest year first
 * @param activities what the candidate, an organisation, held or, a member, attended by then, as
 *     far as it is known
 * @param openElsewhere the events by which the candidate was nominated in other rounds that have
 *     neither decided nor ended by then, in ascending order
 * @param resultGood which results must be at least GOOD, by the policy in force by then
 */
record Evidence(
        RoundKind kind,
        AwardCategory category,
        LocalDate periodFrom,
        LocalDate periodTo,
        Optional<RegisterEntry> register,
        List<Result> results,
        List<Part> activities,
        List<String> openElsewhere,
        InForce<CountedResults> resultGood) {

    Evidence {
        results = List.copyOf(results);
        activities = List.copyOf(activities);
        openElsewhere = List.copyOf(openElsewhere);
    }

    /** The results determined inside the period: no others count (S85). */
    List<Result> counted() {
        return results.stream().filter(one -> one.isWithin(periodFrom, periodTo)).toList();
    }

    /** Those of them that must be at least GOOD; none if the policy asks for no grade. */
    List<Result> mustBeGood() {
        List<Result> all = counted();
        int latest = all.stream().mapToInt(Result::year).max().orElse(0);
        return switch (resultGood.chosen()) {
            case EVERY -> all;
            case LATEST -> all.stream().filter(one -> one.year() == latest).toList();
            case null -> List.of();
        };
    }

    /** The activities inside the period: no others count (S85). */
    List<Part> countedActivities() {
        return activities.stream().filter(one -> one.isWithin(periodFrom, periodTo)).toList();
    }
}
