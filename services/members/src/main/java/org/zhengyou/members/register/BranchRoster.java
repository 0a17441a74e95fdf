package org.zhengyou.members.register;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.View;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;

/** 党支部名册 (S36, S54, F5). Who belonged to a branch on a day, whenever one asks. Ids only. */
public final class BranchRoster extends View<BranchRoster.Roster, BranchRoster.Shown> {
    /**
     * One branch.
     *
     * @param branch its id, once anybody belonged to it
     * @param members by member id: true from when one belonged to it
     */
    public record Roster(String branch, Ledger<String, Boolean> members) {
        private Roster with(Fact<?> fact, MemberId member, boolean belongs) {
            return new Roster(branch, members.with(member.value(), fact.order(), belongs));
        }
    }

    /**
     * The roster at an instant.
     *
     * @param size how many
     * @param members their ids, in the order of ids
     */
    public record Shown(int size, List<String> members) {}

    /** The view; its rows are empty. */
    public BranchRoster() {
        super("branch-roster", Roster.class, Shown.class, key -> new Roster(key, Ledger.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Roster> rows) {
        switch (fact.event()) {
            case PartyMemberRegistered e ->
                    rows.update(e.branch().value(), row -> row.with(fact, e.member(), true));
            case MemberTransferred e -> {
                rows.update(e.from().value(), row -> row.with(fact, e.member(), false));
                rows.update(e.to().value(), row -> row.with(fact, e.member(), true));
            }
            case MembershipEnded e ->
                    rows.update(e.branch().value(), row -> row.with(fact, e.member(), false));
            default -> {}
        }
    }

    @Override
    public Audience audience(Roster row) {
        return NARROWEST.and(leadersOf(row.branch()));
    }

    @Override
    public Index index(Roster row) {
        return Index.on("members", row.members().lines().keySet());
    }

    /** Nothing before anybody belonged to it; an empty roster after the last one left. */
    @Override
    public @Nullable Shown answer(String key, Roster row, Instant asOf) {
        SortedMap<String, Boolean> known = row.members().at(asOf);
        if (known.isEmpty()) return null;
        known.values().removeIf(belongs -> !belongs);
        return new Shown(known.size(), List.copyOf(known.keySet()));
    }
}
