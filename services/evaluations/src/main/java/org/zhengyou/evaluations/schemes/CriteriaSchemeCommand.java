package org.zhengyou.evaluations.schemes;

import java.util.List;
import org.zhengyou.kit.decide.Shape;

/** 标准 (S8, S26). What the committee does with criteria schemes. */
public sealed interface CriteriaSchemeCommand {
    /** The scheme concerned. */
    SchemeId scheme();

    /**
     * 公布标准 (S8, S26). Publishes one version of a scheme. Until a review or a commendation round
     * uses it, the same version may be published again with corrected content; after that only a
     * new version can.
     *
     * @param scheme a new random id, one per version
     * @param appliesTo whom it judges
     * @param version 1 or more; one scheme per version and kind of subject
     * @param criteria for organisations exactly the nine of 五好四强, for staff members the ten, for
     *     student members the eight that the text names; for Party-affairs workers at least one;
     *     each code once, at most 50
     */
    record PublishCriteriaScheme(
            SchemeId scheme, AppliesTo appliesTo, int version, List<Criterion> criteria)
            implements CriteriaSchemeCommand {
        private static final int MOST_CRITERIA = 50;

        /** Checks the shape. */
        public PublishCriteriaScheme {
            criteria = Shape.list("criteria", criteria, MOST_CRITERIA);
            if (version < 1) throw new IllegalArgumentException("version is 1 or more");
            if (criteria.stream().map(Criterion::code).distinct().count() < criteria.size())
                throw new IllegalArgumentException("criteria names a code twice");
        }
    }
}
