package org.zhengyou.evaluations.schemes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 适用对象 (S8, S26). Whom a criteria scheme judges, and what criteria the text gives for them. */
public enum AppliesTo {
    /** 基层党组织: 五好四强 (S8), exactly nine. */
    ORGANIZATION,
    /** 教工党员: 五个模范、五带五争 (S27, S28), exactly ten. */
    STAFF,
    /** 学生党员: 四个模范、四强 (S29, S30), exactly eight. */
    STUDENT,
    /** 党务工作者: the text gives no criteria (Q16), so any that are published, but at least one. */
    PARTY_AFFAIRS_WORKER;

    /** The codes of exactly the criteria that the text names; nothing if it names none. */
    public Optional<List<String>> named() {
        return switch (this) {
            case ORGANIZATION -> codes(OrganizationCriteria.values());
            case STAFF -> codes(StaffCriteria.values());
            case STUDENT -> codes(StudentCriteria.values());
            case PARTY_AFFAIRS_WORKER -> Optional.empty();
        };
    }

    private static Optional<List<String>> codes(Enum<?>... criteria) {
        return Optional.of(Arrays.stream(criteria).<String>map(Enum::name).toList());
    }
}
