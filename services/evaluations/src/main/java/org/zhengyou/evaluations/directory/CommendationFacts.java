package org.zhengyou.evaluations.directory;

import java.util.List;

/** The facts of the commendations service that rules here need, with the fields they need. */
public final class CommendationFacts {
    private CommendationFacts() {}

    /** All of them, to listen to. */
    public static final List<Class<?>> ALL = List.of(CommendationRoundOpened.class);

    /**
     * 表彰已启动 (S69, S84, S85).
     *
     * @param round its id
     * @param categories what is commended
     */
    public record CommendationRoundOpened(String round, List<String> categories) {
        /** Copies the list. */
        public CommendationRoundOpened {
            categories = List.copyOf(categories);
        }
    }
}
