package org.zhengyou.bench;

/** Which of the two clocks a question names: when it was true, when it was known. */
enum When {
    /** Neither: the present. */
    NOW("now", ""),
    /** As of a day before the end. */
    AS_OF("asOf", "&asOf=2011-05-31"),
    /** As it was known some days later. */
    KNOWN_AT("knownAt", "&knownAt=2011-06-05"),
    /** Both. */
    BOTH("asOf and knownAt", "&asOf=2011-05-31&knownAt=2011-06-05");

    private final String title;
    private final String parameters;

    When(String title, String parameters) {
        this.title = title;
        this.parameters = parameters;
    }

    /** What it is called in a table. */
    String title() {
        return title;
    }

    /** What is added to an address that has parameters. */
    String parameters() {
        return parameters;
    }

    boolean isPast() {
        return this != NOW;
    }
}
