package org.zhengyou.members.register;

import static org.zhengyou.kit.view.Audience.COMMITTEE;
import static org.zhengyou.kit.view.Audience.headsOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;

/**
 * 党员 (S4, S22). One row per member: seen by the member, by the heads of the branch and of those
 * above it, and by the committee. Auditors and whoever sits in a body work with ids; names are none
 * of their business.
 */
public final class Members extends View<Members.Row, Members.Shown> {
    /**
     * One member.
     *
     * @param registered how registered
     * @param branch the branch over time; empty text from the end of the membership
     */
    public record Row(Timeline<PartyMemberRegistered> registered, Timeline<String> branch) {}

    /**
     * What a reader is shown of a member.
     *
     * @param name in clear, or null once the person's key is gone
     * @param number in clear, or null once the person's key is gone
     * @param kind staff or student
     * @param branch where the member belongs at that instant; absent after the end
     */
    public record Shown(
            Personal name,
            Personal number,
            MemberKind kind,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String branch) {}

    /** The view; its rows are empty. */
    public Members() {
        super(
                "members",
                Row.class,
                Shown.class,
                key -> new Row(Timeline.empty(), Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case PartyMemberRegistered e ->
                    rows.update(
                            e.member().value(),
                            row ->
                                    new Row(
                                            row.registered().with(fact.order(), e),
                                            row.branch().with(fact.order(), e.branch().value())));
            case MemberTransferred e ->
                    rows.update(e.member().value(), row -> in(row, fact, e.to().value()));
            case MembershipEnded e -> rows.update(e.member().value(), row -> in(row, fact, ""));
            default -> {}
        }
    }

    private static Row in(Row row, Fact<?> fact, String branch) {
        return new Row(row.registered(), row.branch().with(fact.order(), branch));
    }

    @Override
    public Audience audience(Row row) {
        return COMMITTEE
                .and(self(Values.of(row.registered(), PartyMemberRegistered::member)))
                .and(headsOf(Values.of(row.branch(), branch -> branch.isEmpty() ? null : branch)));
    }

    @Override
    public Index index(Row row) {
        return Index.on("kind", row.registered(), PartyMemberRegistered::kind)
                .and("branch", row.branch(), branch -> branch.isEmpty() ? null : branch);
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        Optional<String> branch = row.branch().at(asOf).filter(b -> !b.isEmpty());
        return row.registered()
                .at(asOf)
                .map(e -> new Shown(e.name(), e.number(), e.kind(), branch.orElse(null)))
                .orElse(null);
    }
}
