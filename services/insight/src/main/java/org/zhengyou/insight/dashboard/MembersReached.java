package org.zhengyou.insight.dashboard;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceAnnulled;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceRecorded;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 党员覆盖 (S57, S103, F70). Every member of the register, by id, with the branch and the themes in
 * which the member took part, in whatever branch: who is transferred stays reached. To be counted
 * by branch and theme. One row per member, which grows with what one person can attend.
 */
public final class MembersReached extends View<MembersReached.Row, MembersReached.Reached> {
    /**
     * One member.
     *
     * @param branch the branch over time; empty from the end of membership on
     * @param present by activity and branch, of which theme the member was present last
     */
    public record Row(Timeline<String> branch, Ledger<String, String> present) {
        private Row in(Fact<?> fact, String belongsTo) {
            return new Row(branch.with(fact.order(), belongsTo), present);
        }

        private Row present(Fact<?> fact, AttendanceRecorded e) {
            return new Row(
                    branch, present.with(key(e.activity(), e.branch()), fact.order(), e.theme()));
        }

        private Row annulled(Fact<?> fact, AttendanceAnnulled e) {
            return new Row(branch, present.without(key(e.activity(), e.branch()), fact.order()));
        }

        private static String key(String activity, String branch) {
            return activity + '/' + branch;
        }
    }

    /**
     * A member at one instant.
     *
     * @param branch the member's branch
     * @param themes those of the five in which the member took part
     */
    public record Reached(
            @RefersTo(view = "organizations/organization-tree", name = "labelZh") String branch,
            List<String> themes) {
        /** Copies the list. */
        public Reached {
            themes = List.copyOf(themes);
        }
    }

    /** The view; its rows are empty. */
    public MembersReached() {
        super(
                "members-reached",
                Row.class,
                Reached.class,
                key -> new Row(Timeline.empty(), Ledger.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case PartyMemberRegistered e ->
                    rows.update(e.member(), row -> row.in(fact, e.branch()));
            case MemberTransferred e -> rows.update(e.member(), row -> row.in(fact, e.to()));
            case MembershipEnded e -> rows.update(e.member(), row -> row.in(fact, ""));
            case AttendanceRecorded e ->
                    e.present().forEach(member -> rows.update(member, row -> row.present(fact, e)));
            case AttendanceAnnulled e ->
                    e.members()
                            .forEach(member -> rows.update(member, row -> row.annulled(fact, e)));
            default -> {}
        }
    }

    /** Whoever leads the branch or holds a seat over it, auditors and the committee. */
    @Override
    public Audience audience(Row row) {
        return NARROWEST.and(leadersOf(row.branch()));
    }

    @Override
    public Index index(Row row) {
        return Index.on("branch", row.branch())
                .and("themes", Values.of(row.present(), theme -> theme));
    }

    @Override
    public @Nullable Reached answer(String key, Row row, Instant asOf) {
        String branch = row.branch().at(asOf).orElse("");
        return branch.isEmpty() ? null : new Reached(branch, themes(row, asOf));
    }

    private static List<String> themes(Row row, Instant asOf) {
        return row.present().at(asOf).values().stream().distinct().sorted().toList();
    }
}
