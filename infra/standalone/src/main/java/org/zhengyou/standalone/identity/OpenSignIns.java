package org.zhengyou.standalone.identity;

/** What is open of people who have signed in: their sessions here, and what renews their tokens. */
final class OpenSignIns {
    private final BoundedSessions sessions;
    private final RecentSignIns renewals;

    OpenSignIns(BoundedSessions sessions, RecentSignIns renewals) {
        this.sessions = sessions;
        this.renewals = renewals;
    }

    /** Ends them, wherever the person signed in. Tokens already given out run out by themselves. */
    void endAllOf(String person) {
        sessions.endAllOf(person);
        renewals.removeAllOf(person);
    }
}
