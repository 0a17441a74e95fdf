package org.zhengyou.commendations.directory;

import java.time.Instant;
import java.util.Optional;
import org.zhengyou.commendations.directory.ForeignFacts.MemberTransferred;
import org.zhengyou.commendations.directory.ForeignFacts.MembershipEnded;
import org.zhengyou.commendations.directory.ForeignFacts.PartyMemberRegistered;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/**
 * 名册 (S4, S6). Whether an organisation or a member was on the register, by which event. One row per
 * organisation and one per member.
 */
public final class RegisterDirectory extends Directory<RegisterDirectory.Row> {
    /**
     * One organisation or member.
     *
     * @param entries what was said of it, over time
     */
    public record Row(Timeline<Entry> entries) {
        /** What holds at this instant, if anything is known of it then. */
        public Optional<Entry> at(Instant asOf) {
            return entries.at(asOf);
        }

        /** Whether anything at all is known of it. */
        public boolean isKnown() {
            return !entries.isEmpty();
        }
    }

    /**
     * What one event says.
     *
     * @param isOn whether it is on the register from then on
     * @param branch the branch of a member; the organisation itself otherwise
     * @param event the event's id
     */
    public record Entry(boolean isOn, String branch, String event) {}

    /** The view; its rows are empty. */
    public RegisterDirectory() {
        super("register-directory", Row.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case PartyMemberRegistered e -> on(rows, e.member(), fact, true, e.branch());
            case MemberTransferred e -> on(rows, e.member(), fact, true, e.to());
            case MembershipEnded e -> on(rows, e.member(), fact, false, "");
            case OrganizationEstablished e ->
                    on(rows, e.organization(), fact, true, e.organization());
            case OrganizationDissolved e ->
                    on(rows, e.organization(), fact, false, e.organization());
            case OrganizationsMerged e ->
                    e.merged().forEach(one -> on(rows, one, fact, false, one));
            default -> {}
        }
    }

    private static void on(
            Documents<Row> rows, String key, Fact<?> fact, boolean isOn, String branch) {
        Entry entry = new Entry(isOn, branch, fact.id());
        rows.update(key, row -> new Row(row.entries().with(fact.order(), entry)));
    }
}
