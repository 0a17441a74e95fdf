package org.zhengyou.evaluations.schemes;

import java.util.List;
import org.zhengyou.kit.decide.Concern;

/** 标准 (S8, S26). What happened to a criteria scheme. */
public sealed interface CriteriaSchemeEvent {
    /** The scheme concerned. */
    SchemeId scheme();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case CriteriaSchemePublished e -> Concern.ofCommittee("S8", "S26");
        };
    }

    /**
     * 标准已公布 (S8, S26). Said again with other criteria as long as no review has used the version;
     * the last one counts.
     *
     * @param scheme its id
     * @param appliesTo whom it judges
     * @param version its version among the schemes for the same kind of subject
     * @param criteria its criteria with their weights
     */
    record CriteriaSchemePublished(
            SchemeId scheme, AppliesTo appliesTo, int version, List<Criterion> criteria)
            implements CriteriaSchemeEvent {}
}
