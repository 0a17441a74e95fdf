package org.zhengyou.standalone.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * 演示人员. The handful of people who can sign in to a platform that runs in one process. What they may
 * do is not said here but by the offices they are appointed to and the roles they are granted. None
 * of them exists.
 */
public enum DemoPeople {
    /** 党委书记. Also the first one in ({@link GrantedRoles}). */
    COMMITTEE_SECRETARY(
            "committee-secretary",
            "7b0c7f0e-58a4-4f0c-9a55-3a1c5ad2f6e1",
            "党委书记",
            "Committee secretary"),
    /** 党委副书记. The second person wherever two must act. */
    DEPUTY_SECRETARY(
            "deputy-secretary",
            "c2f9d1a8-0b6e-4d47-8e0f-61b7d9a3e452",
            "党委副书记",
            "Deputy committee secretary"),
    /** 党支部书记. */
    BRANCH_SECRETARY(
            "branch-secretary",
            "1e8a54c3-97d2-4b1b-b3f6-0c5e27d84a9f",
            "党支部书记",
            "Branch secretary"),
    /** 党员. */
    MEMBER("member", "e46d0b72-3c1f-4a8e-9d65-f27a81c0b93d", "党员", "Member"),
    /** 督导组成员. */
    SUPERVISOR("supervisor", "95a3c6ef-d104-4c72-8b2e-7e40f19d5a86", "督导组成员", "Supervisor"),
    /** 审计员. Reads ids, steps and counts, but neither names nor texts; changes nothing. */
    AUDITOR("auditor", "3d71e92b-6f58-4e3a-a0c4-b85d26f7108c", "审计员", "Auditor"),
    /** 党总支书记. Of the general branch above that of the branch secretary. */
    GENERAL_BRANCH_SECRETARY(
            "general-branch-secretary",
            "f2b82329-a0d1-471a-a2da-1ccfca7421b4",
            "党总支书记",
            "General-branch secretary");

    private final String login;
    private final String subject;
    private final String zh;
    private final String en;

    DemoPeople(String login, String subject, String zh, String en) {
        this.login = login;
        this.subject = subject;
        this.zh = zh;
        this.en = en;
    }

    /** The name to sign in with. */
    public String login() {
        return login;
    }

    /** The person's id: the subject of the token, and the actor in every event. */
    public String subject() {
        return subject;
    }

    /** What to call the person, in Chinese. */
    public String zh() {
        return zh;
    }

    /** What to call the person, in English. */
    public String en() {
        return en;
    }

    /** Whether this person is one of them. */
    public static boolean isOne(String subject) {
        return withSubject(subject).isPresent();
    }

    static Optional<DemoPeople> withSubject(String subject) {
        return Arrays.stream(values()).filter(one -> one.subject.equals(subject)).findFirst();
    }
}
