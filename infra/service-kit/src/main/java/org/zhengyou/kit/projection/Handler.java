package org.zhengyou.kit.projection;

import com.mongodb.MongoException;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.log.AppendOutcomeUnknownException;
import org.zhengyou.log.LogUnavailableException;

/** Something that takes facts and may fail on one: a view or a policy. */
interface Handler {
    /** Under which name its facts are parked. */
    String name();

    /**
     * Takes a fact that was parked.
     *
     * @throws RuntimeException if it still fails
     */
    void take(Arrival arrival);

    /**
     * Whether the fact has no part in this failure: the store is away, or a table in which a
     * decision looks is being built. It is tried again later, and never parked for that.
     */
    static boolean isNobodysFault(RuntimeException e) {
        return switch (e) {
            case MongoException away -> true;
            case LogUnavailableException away -> true;
            case AppendOutcomeUnknownException unknown -> true;
            case ProblemException said ->
                    said.problem().code().equals(ProblemKind.NOT_AVAILABLE.name());
            default -> false;
        };
    }
}
