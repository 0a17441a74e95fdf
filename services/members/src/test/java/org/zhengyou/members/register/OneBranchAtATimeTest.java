package org.zhengyou.members.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.members.University.BRANCH;
import static org.zhengyou.members.University.LIBRARY;
import static org.zhengyou.members.University.OTHER_BRANCH;
import static org.zhengyou.members.University.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Found;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;
import org.zhengyou.members.register.MemberCommand.EndMembership;
import org.zhengyou.members.register.MemberCommand.TransferMember;

/**
 * Random histories (S4, S66, F3, F5): whatever is said, in whatever order of dates, everybody
 * belongs to one branch at any instant from registration to end, and to none before and after.
 */
class OneBranchAtATimeTest {
    private static final LocalDate FIRST = LocalDate.parse("2010-06-01");
    private static final int DAYS = 120;
    private static final List<BranchId> BRANCHES = List.of(BRANCH, OTHER_BRANCH, LIBRARY);
    private static final List<MemberId> PEOPLE =
            List.of(new MemberId("p-1"), new MemberId("p-2"), new MemberId("p-3"));
    private static final Decider<MemberCommand, MemberEvent, PartyMember> DECIDER =
            PartyMember.decider();
    private static final Actor GAO = new Actor("gao", Set.of());

    private final OrganizationDirectory organizations = new OrganizationDirectory();
    private final OfficeDirectory offices = new OfficeDirectory();
    private final Map<Class<?>, MemoryRows<?>> known = new HashMap<>();

    OneBranchAtATimeTest() {
        known.put(OrganizationDirectory.class, new MemoryRows<>(organizations));
        known.put(OfficeDirectory.class, new MemoryRows<>(offices));
        for (Fact<?> fact :
                ViewLaws.facts(
                        "organizations",
                        "2000-01-01",
                        new OrganizationEstablished("dw", "PARTY_COMMITTEE", null, null, "", ""),
                        new OrganizationEstablished("branch-1", "BRANCH", null, "dw", "", ""),
                        new OrganizationEstablished("branch-2", "BRANCH", null, "dw", "", ""),
                        new OrganizationEstablished("library", "DIRECT_BRANCH", null, "dw", "", ""),
                        new OfficeAppointmentMade("a-1", "dw", "SECRETARY", "gao")))
            known.values().forEach(rows -> rows.fold(fact));
    }

    @Test
    void everybody_belongs_to_exactly_one_branch_at_any_instant() {
        long transfers = 0;
        for (int seed = 0; seed < 300; seed++) {
            List<Fact<?>> log = history(new Random(seed));
            transfers += log.stream().filter(OneBranchAtATimeTest::isTransfer).count();
            Map<String, BranchRoster.Row> rosters = ViewLaws.rows(new BranchRoster(), log);
            Map<String, Members.Row> members = ViewLaws.rows(new Members(), log);
            for (int day = 0; day <= DAYS; day++)
                check(log, rosters, members, instant(day), "seed " + seed + " day " + day);
        }
        assertThat(transfers).as("histories worth the name").isGreaterThan(1000);
    }

    private static boolean isTransfer(Fact<?> fact) {
        return fact.event() instanceof MemberEvent.MemberTransferred;
    }

    /** Three sources for one truth: the facts themselves, the rosters, the members' own rows. */
    private static void check(
            List<Fact<?>> log,
            Map<String, BranchRoster.Row> rosters,
            Map<String, Members.Row> members,
            Instant asOf,
            String where) {
        Map<String, Set<String>> branches = new TreeMap<>();
        rosters.forEach((member, row) -> roster(member, row, asOf, branches));
        for (MemberId person : PEOPLE) {
            Set<String> onRosters = branches.getOrDefault(person.value(), Set.of());
            assertThat(onRosters)
                    .as("%s: %s", where, person)
                    .isEqualTo(expected(log, person, asOf))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(shown(members.get(person.value()), asOf))
                    .as("%s: %s", where, person)
                    .isEqualTo(onRosters);
        }
    }

    private static Set<String> shown(Members.@Nullable Row row, Instant asOf) {
        var shown = row == null ? null : new Members().answer("", row, asOf);
        return shown == null || shown.branch() == null ? Set.of() : Set.of(shown.branch());
    }

    private static void roster(
            String member, BranchRoster.Row row, Instant asOf, Map<String, Set<String>> all) {
        var shown = new BranchRoster().answer(member, row, asOf);
        if (shown == null) return;
        assertThat(shown.member()).isEqualTo(member);
        all.computeIfAbsent(member, none -> new TreeSet<>()).add(shown.branch());
    }

    /** By the latest fact that is true by then, and nothing cleverer. */
    private static Set<String> expected(List<Fact<?>> log, MemberId person, Instant asOf) {
        Set<String> branch = Set.of();
        Instant latest = Instant.MIN;
        for (Fact<?> fact : log) {
            if (!(fact.event() instanceof MemberEvent e) || !e.member().equals(person)) continue;
            if (fact.effectiveAt().isAfter(asOf) || fact.effectiveAt().isBefore(latest)) continue;
            latest = fact.effectiveAt();
            branch =
                    switch (e) {
                        case MemberEvent.PartyMemberRegistered r -> Set.of(r.branch().value());
                        case MemberEvent.MemberTransferred t -> Set.of(t.to().value());
                        case MemberEvent.MembershipEnded x -> Set.of();
                    };
        }
        return branch;
    }

    private List<Fact<?>> history(Random random) {
        List<Fact<?>> log = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            // Things are told up to three weeks late or ahead.
            Instant at = instant(Math.floorMod(i + random.nextInt(41) - 20, DAYS));
            MemberCommand command = command(random);
            for (MemberEvent event : decided(log, command, at)) log.add(fact(log, event, at));
        }
        return log;
    }

    private static MemberCommand command(Random random) {
        MemberId person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        int from = random.nextInt(BRANCHES.size());
        BranchId to = BRANCHES.get((from + 1 + random.nextInt(2)) % BRANCHES.size());
        return switch (random.nextInt(40)) {
            case 0, 1, 2 -> register(person, BRANCHES.get(from));
            case 3 -> new EndMembership(person, EndReason.LEFT);
            default -> new TransferMember(person, BRANCHES.get(from), to);
        };
    }

    private List<? extends MemberEvent> decided(
            List<Fact<?>> log, MemberCommand command, Instant at) {
        PartyMember state = fold(DECIDER.own(), DECIDER.boundary().apply(command), log);
        Found found = Found.NOTHING;
        for (Decider.Rest<MemberCommand> rest : DECIDER.rests())
            for (Tag tag : rest.tags().apply(command)) found = and(found, rest.ground(), tag, log);
        try {
            return DECIDER.answer(state, command, new At(at, found));
        } catch (Refusal refused) {
            return List.of();
        }
    }

    private static <S> Found and(Found found, Ground<S> ground, Tag tag, List<Fact<?>> log) {
        return found.and(ground, tag, fold(ground, Set.of(tag), log));
    }

    private static <S> S fold(Ground<S> ground, Set<Tag> tags, List<Fact<?>> log) {
        S state = ground.initial();
        for (Fact<?> fact : log)
            if (ground.events().isInstance(fact.event())
                    && DECIDER.tags().apply((MemberEvent) fact.event()).stream()
                            .anyMatch(tags::contains)) state = ground.after(state, fact);
        return state;
    }

    private static Fact<MemberEvent> fact(List<Fact<?>> log, MemberEvent event, Instant at) {
        int position = log.size() + 1;
        Instant recorded = DeciderScenario.day("2011-01-01").plusSeconds(position);
        String type = "members." + event.getClass().getSimpleName();
        return new Fact<>(
                "members", position, "e-" + position, type, event, at, recorded, Map.of());
    }

    private static Instant instant(int day) {
        return DeciderScenario.day(FIRST.plusDays(day).toString());
    }

    private final class At implements Given {
        private final Instant at;
        private final Found found;
        private final Authority authority;

        At(Instant at, Found found) {
            this.at = at;
            this.found = found;
            this.authority = new EffectiveAuthority(GAO, at, this);
        }

        @Override
        public Found found() {
            return found;
        }

        @Override
        public Actor actor() {
            return GAO;
        }

        @Override
        public Instant effectiveAt() {
            return at;
        }

        @Override
        public Authority authority() {
            return authority;
        }

        @Override
        @SuppressWarnings("unchecked") // by class of the view: its row type
        public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
            MemoryRows<?> rows = known.get(view);
            if (rows == null) throw new AssertionError("nothing is known of " + view);
            return (R) rows.find(key);
        }
    }
}
