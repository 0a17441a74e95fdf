package org.zhengyou.commendations.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengyou.commendations.directory.RegisterDirectory;
import org.zhengyou.commendations.directory.ResultDirectory.Result;
import org.zhengyou.commendations.rounds.AwardCategory;

/**
 * 依据 (S116). All that the rules may look at, fixed before the first one is applied.
 *
 * @param category what the candidate is nominated for
 * @param periodFrom first day of the round's period
 * @param periodTo last day of the round's period
 * @param register what the register says of the candidate on the effective date, if anything
 * @param results the candidate's review results known and determined by then, the oldest year first
 * @param openElsewhere the events by which the candidate was nominated in other rounds that have
 *     neither decided nor ended by then, in ascending order
 */
record Evidence(
        AwardCategory category,
        LocalDate periodFrom,
        LocalDate periodTo,
        Optional<RegisterDirectory.Entry> register,
        List<Result> results,
        List<String> openElsewhere) {

    Evidence {
        results = List.copyOf(results);
        openElsewhere = List.copyOf(openElsewhere);
    }

    /** The results determined inside the period: no others count (S85). */
    List<Result> counted() {
        return results.stream().filter(one -> one.isWithin(periodFrom, periodTo)).toList();
    }
}
