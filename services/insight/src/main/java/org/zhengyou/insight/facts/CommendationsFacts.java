package org.zhengyou.insight.facts;

import java.util.List;

/** The facts of the commendations service. Statements, tallies and reasons are not read. */
public final class CommendationsFacts {
    private static final String OF_ORGANIZATIONS = "ADVANCED_PRIMARY_ORGANIZATION";

    private CommendationsFacts() {}

    /** All of them, to listen to. */
    public static final List<Class<?>> ALL =
            List.of(
                    CommendationRoundOpened.class,
                    NominationFiled.class,
                    StatementPresented.class,
                    RecommendationOpened.class,
                    RecommendationTallyEntered.class,
                    RecommendationTallyAttested.class,
                    RecommendationClosed.class,
                    EligibilityAssessed.class,
                    CommendationDecided.class,
                    CommendationConferred.class);

    /**
     * 表彰轮次已开始 (S69, S84, S85).
     *
     * @param round its id
     */
    public record CommendationRoundOpened(String round) implements Told {}

    /**
     * 基层申报已提交 (S83).
     *
     * @param nomination its id
     * @param category one of the three
     * @param candidate who is nominated
     * @param organization who nominates
     */
    public record NominationFiled(
            String nomination, String category, String candidate, String organization)
            implements Told {
        @Override
        public List<String> persons() {
            return person(category, candidate);
        }
    }

    /**
     * 总支已陈述 (S83).
     *
     * @param unit who spoke
     */
    public record StatementPresented(String unit) implements Told {
        @Override
        public String organization() {
            return unit;
        }
    }

    /**
     * 民主推荐已开始 (S83).
     *
     * @param unit where it is held
     */
    public record RecommendationOpened(String unit) implements Told {
        @Override
        public String organization() {
            return unit;
        }
    }

    /**
     * 纸质推荐票数已录入 (S83).
     *
     * @param unit where it is held
     */
    public record RecommendationTallyEntered(String unit) implements Told {
        @Override
        public String organization() {
            return unit;
        }
    }

    /**
     * 纸质推荐票数已核对 (S83).
     *
     * @param unit where it is held
     */
    public record RecommendationTallyAttested(String unit) implements Told {
        @Override
        public String organization() {
            return unit;
        }
    }

    /**
     * 民主推荐已结束 (S83).
     *
     * @param unit where it is held
     */
    public record RecommendationClosed(String unit) implements Told {
        @Override
        public String organization() {
            return unit;
        }
    }

    /**
     * 资格已审查 (S116).
     *
     * @param nomination its nomination
     */
    public record EligibilityAssessed(String nomination) implements Told {}

    /**
     * 评选已决定 (S69).
     *
     * @param nomination its nomination
     * @param category one of the three
     * @param candidate who was considered
     * @param organization who nominated
     */
    public record CommendationDecided(
            String nomination, String category, String candidate, String organization)
            implements Told {
        @Override
        public List<String> persons() {
            return person(category, candidate);
        }
    }

    /**
     * 表彰已授予 (S69, S84).
     *
     * @param nomination its nomination
     * @param category one of the three
     * @param candidate who is commended
     * @param organization who nominated
     */
    public record CommendationConferred(
            String nomination, String category, String candidate, String organization)
            implements Told {
        @Override
        public List<String> persons() {
            return person(category, candidate);
        }
    }

    private static List<String> person(String category, String candidate) {
        return category.equals(OF_ORGANIZATIONS) ? List.of() : List.of(candidate);
    }
}
