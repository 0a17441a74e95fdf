package org.zhengyou.members.roles;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Timeline.Entry;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;
import org.zhengyou.members.roles.RoleEvent.PlatformRoleGranted;

/**
 * 平台角色 (P-ROLES). Who has which role on the platform since when, also who had one. One row per
 * person, for the person, the committee and auditors; the sign-in service reads it as the person,
 * and puts into a token what it says.
 */
public final class RoleHolders extends View<RoleHolders.Row, RoleHolders.Shown> {
    /**
     * One person.
     *
     * @param person the person's id
     * @param setup whether the person had SETUP over time
     * @param operator whether the person had OPERATOR over time
     * @param auditor whether the person had AUDITOR over time
     */
    public record Row(
            String person,
            Timeline<Boolean> setup,
            Timeline<Boolean> operator,
            Timeline<Boolean> auditor) {
        private Row after(Fact<?> fact, RoleEvent e) {
            boolean is = e instanceof PlatformRoleGranted;
            return switch (e.role()) {
                case SETUP -> new Row(person, setup.with(fact.order(), is), operator, auditor);
                case OPERATOR -> new Row(person, setup, operator.with(fact.order(), is), auditor);
                case AUDITOR -> new Row(person, setup, operator, auditor.with(fact.order(), is));
            };
        }
    }

    /**
     * What a reader is shown of a person's roles.
     *
     * @param person the person's id
     * @param setupSince when SETUP was given last; absent without it
     * @param operatorSince when OPERATOR was given last; absent without it
     * @param auditorSince when AUDITOR was given last; absent without it
     */
    public record Shown(
            @RefersTo(view = "members/members", name = "name") String person,
            @Nullable LocalDate setupSince,
            @Nullable LocalDate operatorSince,
            @Nullable LocalDate auditorSince) {}

    /** The view; its rows are empty. */
    public RoleHolders() {
        super(
                "platform-roles",
                Row.class,
                Shown.class,
                key -> new Row(key, Timeline.empty(), Timeline.empty(), Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof RoleEvent e)
            rows.update(e.person().value(), row -> row.after(fact, e));
    }

    @Override
    public Audience audience(Row row) {
        return NARROWEST.and(self(row.person()));
    }

    @Override
    public Index index(Row row) {
        return Index.on("person", row.person())
                .and("setupSince", Values.daysOf(row.setup()))
                .and("operatorSince", Values.daysOf(row.operator()))
                .and("auditorSince", Values.daysOf(row.auditor()));
    }

    /** Nothing before the first role was given. */
    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        boolean begun =
                Stream.of(row.setup(), row.operator(), row.auditor())
                        .anyMatch(line -> line.at(asOf).isPresent());
        if (!begun) return null;
        return new Shown(
                key,
                since(row.setup(), asOf),
                since(row.operator(), asOf),
                since(row.auditor(), asOf));
    }

    private static @Nullable LocalDate since(Timeline<Boolean> line, Instant asOf) {
        return line.entryAt(asOf).filter(Entry::value).map(Entry::on).orElse(null);
    }
}
