package org.zhengyou.kit.spec;

import java.util.Map;
import java.util.Random;

/**
 * How many there are of what a field names: so few that all facts meet, or as many as at the
 * university, where campaigns are few and whatever happens has an id of its own.
 *
 * @param campaigns of those there are few of: campaigns, rounds, cycles, schemes
 * @param organizations organisations
 * @param persons members and whoever else acts
 * @param others everything else
 */
record Population(int campaigns, int organizations, int persons, int others) {
    /** All facts meet. */
    static final Population SMALL = new Population(1, 3, 3, 2);

    /** As at the university, with ten thousand facts. */
    static final Population UNIVERSITY = new Population(3, 60, 5_000, 4_000);

    private enum Sort {
        CAMPAIGN,
        ORGANIZATION,
        PERSON
    }

    private static final Map<String, Sort> SORTS =
            Map.ofEntries(
                    Map.entry("campaign", Sort.CAMPAIGN),
                    Map.entry("round", Sort.CAMPAIGN),
                    Map.entry("cycle", Sort.CAMPAIGN),
                    Map.entry("scheme", Sort.CAMPAIGN),
                    Map.entry("organization", Sort.ORGANIZATION),
                    Map.entry("branch", Sort.ORGANIZATION),
                    Map.entry("unit", Sort.ORGANIZATION),
                    Map.entry("from", Sort.ORGANIZATION),
                    Map.entry("to", Sort.ORGANIZATION),
                    Map.entry("parent", Sort.ORGANIZATION),
                    Map.entry("merged", Sort.ORGANIZATION),
                    Map.entry("moved", Sort.ORGANIZATION),
                    Map.entry("scope", Sort.ORGANIZATION),
                    Map.entry("member", Sort.PERSON),
                    Map.entry("members", Sort.PERSON),
                    Map.entry("person", Sort.PERSON),
                    Map.entry("reporter", Sort.PERSON),
                    Map.entry("subject", Sort.PERSON),
                    Map.entry("candidate", Sort.PERSON),
                    Map.entry("present", Sort.PERSON),
                    Map.entry("excused", Sort.PERSON),
                    Map.entry("lecturer", Sort.PERSON),
                    Map.entry("told", Sort.PERSON),
                    Map.entry("by", Sort.PERSON));

    /** The code of an organisation. */
    String code(Random random) {
        return "A" + random.nextInt(organizations);
    }

    /** An id for a field of this name. */
    String id(String field, Random random) {
        Sort sort = SORTS.get(field);
        return switch (sort) {
            case null -> "x-" + random.nextInt(others);
            case CAMPAIGN -> "c-" + random.nextInt(campaigns);
            case ORGANIZATION -> "o-" + random.nextInt(organizations);
            case PERSON -> "p-" + random.nextInt(persons);
        };
    }
}
