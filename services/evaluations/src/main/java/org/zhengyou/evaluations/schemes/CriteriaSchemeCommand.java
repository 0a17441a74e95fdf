package org.zhengyou.evaluations.schemes;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Violation;

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
    @Allowed(function = OfficeFunction.APPRAISE, level = Allowed.Level.COMMITTEE, clause = "S8")
    record PublishCriteriaScheme(
            @New SchemeId scheme,
            AppliesTo appliesTo,
            @Positive int version,
            @Size(max = 50) List<Criterion> criteria)
            implements CriteriaSchemeCommand, Consistent {
        @Override
        public List<Violation> contradictions() {
            long codes = criteria.stream().map(Criterion::code).distinct().count();
            return Violation.unless(
                    codes == criteria.size(), "criteria", "must name each code once | 代码不得重复");
        }
    }
}
