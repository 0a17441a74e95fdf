package org.zhengyou.organizations.register;

/** The members' facts that rules here need, with the fields they need. */
public final class MemberFacts {
    private MemberFacts() {}

    /** 党员登记. */
    public record PartyMemberRegistered(String member, String branch) {}

    /** 组织关系转移. */
    public record MemberTransferred(String member, String from, String to) {}

    /** 党籍终止. */
    public record MembershipEnded(String member, String branch) {}
}
