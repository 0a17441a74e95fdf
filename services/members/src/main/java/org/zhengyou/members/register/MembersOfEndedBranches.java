package org.zhengyou.members.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;

/**
 * 所在党支部已撤并的党员 (S66). Every member belongs to a branch that exists. Nobody can promise that between
 * two services: somebody may be registered into a branch whose end has not arrived here yet. Such
 * members are listed, for the committee to transfer them. Ids only.
 */
public final class MembersOfEndedBranches
        extends View<MembersOfEndedBranches.Branch, MembersOfEndedBranches.Shown> {
    /**
     * One organisation and who belongs to it.
     *
     * @param label its names, once it is known here
     * @param alive true from its establishment, false from its end
     * @param into its heir, where it was merged
     * @param members by member id: true from when one belonged to it
     */
    public record Branch(
            Timeline<Label> label,
            Timeline<Boolean> alive,
            Timeline<String> into,
            Ledger<String, Boolean> members) {
        private Branch established(Fact<?> fact, OrganizationEstablished e) {
            return new Branch(
                    label.with(fact.order(), new Label(e.labelZh(), e.labelEn())),
                    alive.with(fact.order(), true),
                    into,
                    members);
        }

        private Branch ended(Fact<?> fact, @Nullable String heir) {
            return new Branch(
                    label,
                    alive.with(fact.order(), false),
                    heir == null ? into : into.with(fact.order(), heir),
                    members);
        }

        private Branch member(Fact<?> fact, MemberId member, boolean belongs) {
            return new Branch(
                    label, alive, into, members.with(member.value(), fact.order(), belongs));
        }
    }

    /** The names of an organisation. */
    public record Label(String zh, String en) {}

    /**
     * A branch that has ended and still has members.
     *
     * @param labelZh its name
     * @param labelEn its name in English
     * @param endedOn when it ended
     * @param mergedInto its heir; null if it was dissolved
     * @param size how many still belong to it
     * @param members their ids, in the order of ids
     */
    public record Shown(
            String labelZh,
            String labelEn,
            LocalDate endedOn,
            @Nullable String mergedInto,
            int size,
            List<String> members) {}

    /** The view; its rows are empty. */
    public MembersOfEndedBranches() {
        super(
                "members-of-ended-branches",
                Branch.class,
                Shown.class,
                key ->
                        new Branch(
                                Timeline.empty(),
                                Timeline.empty(),
                                Timeline.empty(),
                                Ledger.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Branch> rows) {
        switch (fact.event()) {
            case OrganizationEstablished e ->
                    rows.update(e.organization(), row -> row.established(fact, e));
            case OrganizationDissolved e ->
                    rows.update(e.organization(), row -> row.ended(fact, null));
            case OrganizationsMerged e ->
                    e.merged()
                            .forEach(
                                    id ->
                                            rows.update(
                                                    id, row -> row.ended(fact, e.organization())));
            case PartyMemberRegistered e -> belongs(rows, fact, e.branch(), e.member(), true);
            case MemberTransferred e -> {
                belongs(rows, fact, e.from(), e.member(), false);
                belongs(rows, fact, e.to(), e.member(), true);
            }
            case MembershipEnded e -> belongs(rows, fact, e.branch(), e.member(), false);
            default -> {}
        }
    }

    private static void belongs(
            Documents<Branch> rows, Fact<?> fact, BranchId branch, MemberId member, boolean is) {
        rows.update(branch.value(), row -> row.member(fact, member, is));
    }

    @Override
    public Index index(Branch row) {
        return Index.on("labelZh", Values.of(row.label(), Label::zh).and(Values.of("")))
                .and("labelEn", Values.of(row.label(), Label::en).and(Values.of("")))
                .and("endedOn", Values.daysOf(row.alive()))
                .and("mergedInto", row.into());
    }

    @Override
    public @Nullable Shown answer(String key, Branch row, Instant asOf) {
        var ended = row.alive().entryAt(asOf).filter(alive -> !alive.value());
        if (ended.isEmpty()) return null;
        List<String> members =
                row.members().at(asOf).entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList();
        if (members.isEmpty()) return null;
        Label label = row.label().last().orElse(new Label("", ""));
        return new Shown(
                label.zh(),
                label.en(),
                ended.get().on(),
                row.into().at(asOf).orElse(null),
                members.size(),
                members);
    }
}
