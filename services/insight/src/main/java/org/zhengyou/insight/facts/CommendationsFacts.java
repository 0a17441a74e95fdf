package org.zhengyou.insight.facts;

import java.util.List;

/** The facts of the commendations service. Statements, tallies and reasons are not read. */
public final class CommendationsFacts {

    private CommendationsFacts() {}

    /** All that the dashboard counts. */
    public static final List<Class<?>> ALL =
            List.of(NominationFiled.class, CommendationConferred.class);

    /**
     * 基层申报已提交 (S83).
     *
     * @param nomination its id
     * @param category one of the three
     * @param candidate who is nominated
     * @param organization who nominates
     */
    public record NominationFiled(
            String nomination, String category, String candidate, String organization) {}

    /**
     * 表彰已授予 (S69, S84).
     *
     * @param nomination its nomination
     * @param category one of the three
     * @param candidate who is commended
     * @param organization who nominated
     */
    public record CommendationConferred(
            String nomination, String category, String candidate, String organization) {}
}
