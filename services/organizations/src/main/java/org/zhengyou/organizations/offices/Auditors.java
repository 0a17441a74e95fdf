package org.zhengyou.organizations.offices;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;

import java.time.Instant;
import org.zhengyou.kit.authority.RoleFacts.PlatformRoleGranted;
import org.zhengyou.kit.authority.RoleFacts.PlatformRoleRevoked;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/** 审计人员 (P-ROLES). Who has the role of an auditor, over time: nobody who does holds an office. */
public final class Auditors extends Directory<Auditors.Role> {
    private static final String AUDITOR = "AUDITOR";

    /**
     * One person.
     *
     * @param held whether the person had the role over time
     */
    public record Role(Timeline<Boolean> held) {
        private Role with(Fact<?> fact, String role, boolean is) {
            return role.equals(AUDITOR) ? new Role(held.with(fact.order(), is)) : this;
        }

        /** Whether the role is held at this instant or is given later. */
        private boolean isHeldFrom(Instant at) {
            return held.at(at).orElse(false)
                    || held.entries().stream().anyMatch(e -> e.value() && e.since().isAfter(at));
        }
    }

    /** The directory; its rows are empty. */
    public Auditors() {
        super("auditors", Role.class, key -> new Role(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Role> rows) {
        switch (fact.event()) {
            case PlatformRoleGranted e ->
                    rows.update(e.person(), row -> row.with(fact, e.role(), true));
            case PlatformRoleRevoked e ->
                    rows.update(e.person(), row -> row.with(fact, e.role(), false));
            default -> {}
        }
    }

    /**
     * Goes on unless this person audits from the effective date on.
     *
     * @throws org.zhengyou.kit.decide.Refusal CONFLICT_OF_INTEREST if so
     */
    public static void requireNone(PersonId person, Given given, String clause) {
        if (given.look(Auditors.class, person.value()).isHeldFrom(given.effectiveAt()))
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    clause,
                    "an auditor holds no office and no seat: revoke the role of this person first");
    }
}
