package org.zhengyou.members.accounts;

import static org.zhengyou.kit.view.Audience.COMMITTEE;
import static org.zhengyou.kit.view.Audience.headsOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Timeline.Entry;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;
import org.zhengyou.members.accounts.AccountEvent.AccountLinked;
import org.zhengyou.members.accounts.AccountEvent.AccountUnlinked;
import org.zhengyou.members.accounts.AccountEvent.InviteIssued;
import org.zhengyou.members.accounts.CampusEvent.LinkDisputed;
import org.zhengyou.members.accounts.CampusEvent.LinkProposed;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;
import org.zhengyou.members.register.MemberId;

/**
 * 账号 (P-ACCOUNTS). Who has no account, whose invite is open until when, who can sign in since when.
 * One row per member, for the member, the heads of the branch and of those above it, and the
 * committee. Whoever shows the digest of an open invite's code as the subject of a token sees whose
 * it is: so the sign-in service finds the member that a code belongs to, and nobody finds anything
 * without the code. Likewise with a proposal that is open, and with the keyed hash of an account of
 * the university that is linked.
 */
public final class Accounts extends View<Accounts.Row, Accounts.Shown> {
    private static final Invite NO_INVITE = new Invite("", null);
    private static final Proposal NO_PROPOSAL = new Proposal("", false);

    /**
     * One member.
     *
     * @param member the member's id
     * @param branch the branch over time; empty text from the end of the membership
     * @param invite the invite that is open over time
     * @param linked whether an account is linked over time
     * @param campus keyed hash of the linked account of the university over time; empty text for
     *     none
     * @param proposal what was said of accounts of the university that are not linked, over time
     */
    public record Row(
            String member,
            Timeline<String> branch,
            Timeline<Invite> invite,
            Timeline<Boolean> linked,
            Timeline<String> campus,
            Timeline<Proposal> proposal) {
        private Row in(Fact<?> fact, String belongsTo) {
            return new Row(
                    member, branch.with(fact.order(), belongsTo), invite, linked, campus, proposal);
        }

        private Row invited(Fact<?> fact, InviteIssued e) {
            var open = new Invite(e.codeDigest(), e.expiresOn());
            return new Row(
                    member, branch, invite.with(fact.order(), open), linked, campus, proposal);
        }

        /** Linked or unlinked: either way no invite is open any more. */
        private Row linked(Fact<?> fact, boolean is) {
            return new Row(
                    member,
                    branch,
                    invite.with(fact.order(), NO_INVITE),
                    linked.with(fact.order(), is),
                    campus,
                    proposal);
        }

        private Row linkedBy(Fact<?> fact, AccountLinked e) {
            Row row = linked(fact, true);
            return e.invite() == null
                    ? row.campus(fact, e.subjectDigest()).proposed(fact, NO_PROPOSAL)
                    : row;
        }

        private Row unlinked(Fact<?> fact) {
            return linked(fact, false).campus(fact, "").proposed(fact, NO_PROPOSAL);
        }

        private Row campus(Fact<?> fact, String digest) {
            var now = campus.with(fact.order(), digest);
            return new Row(member, branch, invite, linked, now, proposal);
        }

        private Row proposed(Fact<?> fact, Proposal said) {
            var now = proposal.with(fact.order(), said);
            return new Row(member, branch, invite, linked, campus, now);
        }
    }

    /**
     * An open invite, or that there is none.
     *
     * @param codeDigest SHA-256 of its code; empty for none
     * @param until the last day; null for none
     */
    public record Invite(String codeDigest, @Nullable LocalDate until) {
        private @Nullable String code() {
            return codeDigest.isEmpty() ? null : codeDigest;
        }
    }

    /**
     * Whom a sign-in at the university was taken for.
     *
     * @param id of the proposal that is open; empty for none
     * @param disputed whether whoever signed in said that they are somebody else
     */
    public record Proposal(String id, boolean disputed) {}

    /**
     * What a reader is shown of a member's account.
     *
     * @param member the member's id
     * @param branch where the member belongs at that instant; absent after the end
     * @param state whether the member can sign in
     * @param inviteUntil the last day of the open invite; absent without one
     * @param linkedOn when the account was linked last; absent if the member cannot sign in
     * @param disputedOn when somebody came from the university with this member's number and said
     *     that they are somebody else; absent if that has not happened since
     */
    public record Shown(
            @RefersTo(view = "members/members", name = "name") String member,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String branch,
            AccountState state,
            @Nullable LocalDate inviteUntil,
            @Nullable LocalDate linkedOn,
            @Nullable LocalDate disputedOn) {}

    /** The view; its rows are empty. */
    public Accounts() {
        super(
                "accounts",
                Row.class,
                Shown.class,
                key ->
                        new Row(
                                key,
                                Timeline.empty(),
                                Timeline.empty(),
                                Timeline.empty(),
                                Timeline.empty(),
                                Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case PartyMemberRegistered e ->
                    update(rows, e.member(), row -> row.in(fact, e.branch().value()));
            case MemberTransferred e ->
                    update(rows, e.member(), row -> row.in(fact, e.to().value()));
            case MembershipEnded e -> update(rows, e.member(), row -> row.in(fact, ""));
            case InviteIssued e -> update(rows, e.member(), row -> row.invited(fact, e));
            case AccountLinked e -> update(rows, e.member(), row -> row.linkedBy(fact, e));
            case AccountUnlinked e -> update(rows, e.member(), row -> row.unlinked(fact));
            case LinkProposed e ->
                    update(
                            rows,
                            e.member(),
                            row -> row.proposed(fact, new Proposal(e.proposal().value(), false)));
            case LinkDisputed e ->
                    update(rows, e.member(), row -> row.proposed(fact, new Proposal("", true)));
            default -> {}
        }
    }

    private static void update(Documents<Row> rows, MemberId member, UnaryOperator<Row> change) {
        rows.update(member.value(), change);
    }

    @Override
    public Audience audience(Row row) {
        return COMMITTEE
                .and(self(row.member()))
                .and(self(Values.of(row.invite(), Invite::code)))
                .and(self(Values.of(row.campus(), Accounts::there)))
                .and(self(Values.of(row.proposal(), one -> there(one.id()))))
                .and(headsOf(Values.of(row.branch(), Accounts::there)));
    }

    private static @Nullable String there(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public Index index(Row row) {
        return Index.on("member", row.member())
                .and("branch", row.branch(), Accounts::there)
                .and("state", List.of(AccountState.values()))
                .and("inviteUntil", row.invite(), Invite::until)
                .and("linkedOn", Values.daysOf(row.linked()))
                .and("disputedOn", Values.daysOf(row.proposal()));
    }

    /** Nothing before registration, nor of who left without an account. */
    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        String branch = row.branch().at(asOf).orElse("");
        LocalDate today = asOf.atZone(Given.ZONE).toLocalDate();
        LocalDate until =
                row.invite()
                        .at(asOf)
                        .map(Invite::until)
                        .filter(last -> !today.isAfter(last))
                        .orElse(null);
        LocalDate linkedOn =
                row.linked().entryAt(asOf).filter(Entry::value).map(Entry::on).orElse(null);
        if (branch.isEmpty() && linkedOn == null) return null;
        AccountState state =
                linkedOn != null
                        ? AccountState.LINKED
                        : until != null ? AccountState.INVITED : AccountState.NONE;
        LocalDate disputedOn =
                row.proposal()
                        .entryAt(asOf)
                        .filter(entry -> entry.value().disputed())
                        .map(Entry::on)
                        .orElse(null);
        return new Shown(key, there(branch), state, until, linkedOn, disputedOn);
    }
}
