package org.zhengyou.standalone.identity;

import org.jspecify.annotations.Nullable;
import org.zhengyou.journal.SecurityEvent;
import org.zhengyou.journal.SecurityJournal;
import org.zhengyou.journal.SecurityNote;

/**
 * What the identity server writes into the security journal. An account is the subject that its
 * tokens carry; of a name that nobody has, which may be anybody's, a keyed hash.
 */
final class SignInJournal {
    private static final String PURPOSE = "account";
    private static final String ACT = "login";
    private static final String INVITE = "invite";
    private static final String CAMPUS = "campus";

    private final SecurityJournal journal = SecurityJournal.of("identity");
    private final People people;
    private final KeyedHash hash;

    SignInJournal(People people, KeyedHash hash) {
        this.people = people;
        this.hash = hash;
    }

    /** By which an account is known where it need not exist. */
    String account(String login) {
        return ofSubject(people.subjectOf(login).orElse(login));
    }

    /** By which the account of this person is known. */
    String ofSubject(String subject) {
        return hash.of(PURPOSE, subject);
    }

    /**
     * Of the use of an invite.
     *
     * @param person who used it; null if nobody is known to have
     */
    void noteInvite(SecurityEvent event, @Nullable String person, String address) {
        journal.note(event, new SecurityNote(person, address, INVITE, null, null));
    }

    /**
     * Of a sign-in through the university.
     *
     * @param person who it was; null if nobody is known to have been
     */
    void noteCampus(SecurityEvent event, @Nullable String person, String address) {
        journal.note(event, new SecurityNote(person, address, CAMPUS, null, null));
    }

    void note(SecurityEvent event, String login, String address) {
        String account = people.subjectOf(login).orElseGet(() -> "hash:" + account(login));
        journal.note(event, new SecurityNote(account, address, ACT, null, null));
    }
}
