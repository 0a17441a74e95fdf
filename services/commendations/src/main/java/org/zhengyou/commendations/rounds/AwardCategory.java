package org.zhengyou.commendations.rounds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Identifier;

/** 两优一先 (S69, S85). The three categories of commendation. */
public enum AwardCategory {
    /** 先进基层党组织; not the tier of that name (Q6). */
    ADVANCED_PRIMARY_ORGANIZATION,
    /** 优秀共产党员. */
    OUTSTANDING_MEMBER,
    /** 优秀党务工作者. */
    OUTSTANDING_PARTY_AFFAIRS_WORKER;

    /** The kinds of subject whose criteria must be published before this category opens (Q16). */
    public List<String> judgedBy() {
        return switch (this) {
            case ADVANCED_PRIMARY_ORGANIZATION -> List.of("ORGANIZATION");
            case OUTSTANDING_MEMBER -> List.of("STAFF", "STUDENT");
            case OUTSTANDING_PARTY_AFFAIRS_WORKER -> List.of("PARTY_AFFAIRS_WORKER");
        };
    }

    /** Whether the candidates are organisations; otherwise they are members. */
    public boolean isForOrganizations() {
        return this == ADVANCED_PRIMARY_ORGANIZATION;
    }

    /** The person who is the candidate; null where candidates are organisations. */
    public <I extends Identifier> @Nullable I personIn(I candidate) {
        return isForOrganizations() ? null : candidate;
    }

    /** Whether S116 names the review result as a basis of this category. */
    public boolean restsOnReviewResult() {
        return this != OUTSTANDING_PARTY_AFFAIRS_WORKER;
    }
}
