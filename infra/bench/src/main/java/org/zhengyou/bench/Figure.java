package org.zhengyou.bench;

/** What a round of load is measured by. */
enum Figure {
    /** Commands answered. */
    PER_SECOND("commands/s", "%,.0f"),
    /** Latency that half of the clients' requests kept. */
    P50("p50 ms", "%.1f"),
    /** Latency that 99 % kept. */
    P99("p99 ms", "%.1f"),
    /** Latency that 99.9 % kept. */
    P999("p99.9 ms", "%.1f"),
    /** From recording until an event was in all views of its service, for half of the events. */
    LAG_P50("lag p50 ms", "%.1f"),
    /** Likewise, for 99 %. */
    LAG_P99("lag p99 ms", "%.1f"),
    /** From the last answer until every listening service had everything in its views. */
    QUIET("all caught up after s", "%.2f"),
    /** Events written to the service's log at a time. */
    BATCH("events per write", "%.1f"),
    /** Events added to the logs and inboxes of all services. */
    COPIES("appended per command", "%.2f"),
    /** Events written to other services' inboxes at a time. */
    INBOX_BATCH("events per inbox write", "%.1f"),
    /** Of the platform, until all views of all services had everything. */
    PLATFORM_CPU("platform CPU ms", "%.3f"),
    /** Of the load generator. */
    CLIENT_CPU("client CPU ms", "%.3f"),
    /** Cores that were kept busy by neither of the two. */
    OTHERS("cores taken by others", "%.2f");

    private final String title;
    private final String format;

    Figure(String title, String format) {
        this.title = title;
        this.format = format;
    }

    /** What it is called in a table. */
    String title() {
        return title;
    }

    /** As it stands in a table. */
    String text(double value) {
        return format.formatted(value);
    }
}
