package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.view.Fact;

/**
 * 先权限，后内容. People are made for every office and seat of every organisation of a scenario, and for
 * none. Each sends its command; who may not send it gets the very answer that they would get if
 * nothing were on record.
 *
 * <p>Who may send it is judged apart from the kit's own judgement: whoever the decision granted it
 * to, whoever is at the university committee, and whoever holds something of an organisation that
 * the command names.
 */
final class AuthorityLaw<C, E, S> {
    private static final String ELSEWHERE = "an-organization-elsewhere";
    private static final String NOBODY = "made-for-no-office";
    private static final long FAR = 1_000_000;
    private static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

    private final Decider<C, E, S> decider;
    private final Decider.Decide<C, E, S> answering;

    /**
     * The law on one decider.
     *
     * @param answering how it is asked
     */
    AuthorityLaw(Decider<C, E, S> decider, Decider.Decide<C, E, S> answering) {
        this.decider = decider;
        this.answering = answering;
    }

    /** What one person gets to know. */
    private record Answer(boolean granted, String text) {}

    /** Somebody who holds something of an organisation. */
    private record Holder(String person, String organization) {}

    /** Fails, naming command and person, if somebody learns what they may not. */
    void check(C command, Instant at, ScenarioLog log, ScenarioRows rows) {
        Made made = new Made(rows);
        ScenarioRows known = rows.of(made.with(rows.learned()));
        ScenarioRows nothing =
                rows.of(
                        made.with(
                                rows.learned().stream()
                                        .filter(f -> isAboutOffices(f.event()))
                                        .toList()));
        String committee = OrganizationDirectory.committee(known).orElse("");
        String said = command.toString();
        for (Holder holder : made.holders) {
            if (mayHold(holder.organization(), command, committee)) continue;
            Answer here = answer(command, holder.person(), at, log, known);
            if (here.granted()) continue;
            Answer nowhere = answer(command, holder.person(), at, log.empty(), nothing);
            assertThat(here)
                    .as("%s by %s, who may not send it", said, holder.person())
                    .isEqualTo(nowhere);
        }
    }

    private static boolean isAboutOffices(Object event) {
        return AppointmentFacts.ALL.contains(event.getClass());
    }

    private static boolean mayHold(String organization, Object command, String committee) {
        return !organization.isEmpty()
                && (organization.equals(committee) || NamedIds.of(command).contains(organization));
    }

    private Answer answer(
            C command, String person, Instant at, ScenarioLog log, ScenarioRows rows) {
        Actor actor = new Actor(person, Set.of());
        var authority = new EffectiveAuthority(actor, at, rows);
        var given = new ScenarioGiven(actor, at, authority, log.found(decider, command), rows);
        S state = log.own(decider, command);
        try {
            var events = answering.decide(state, command, given);
            return new Answer(authority.grounds().isPresent(), "events " + events);
        } catch (Refusal refusal) {
            String text = refusal.code() + " " + refusal.clause() + " " + refusal.reason();
            return new Answer(authority.grounds().isPresent(), text);
        }
    }

    /** The people and what makes them what they are. */
    private static final class Made {
        private final List<Holder> holders = new ArrayList<>();
        private final List<Fact<?>> facts = new ArrayList<>();

        Made(ScenarioRows rows) {
            Set<String> organizations = new TreeSet<>(Set.of(ELSEWHERE));
            for (Fact<?> fact : rows.learned())
                if (fact.event() instanceof OrganizationEstablished e)
                    organizations.add(e.organization());
            add(new OrganizationEstablished(ELSEWHERE, "BRANCH", null, null, "别处", "elsewhere"));
            holders.add(new Holder(NOBODY, ""));
            organizations.forEach(this::holdersOf);
        }

        List<Fact<?>> with(List<Fact<?>> others) {
            List<Fact<?>> all = new ArrayList<>(others);
            all.addAll(facts);
            return all;
        }

        private void holdersOf(String organization) {
            for (String office : List.of("SECRETARY", "DEPUTY_SECRETARY", "COMMITTEE_MEMBER")) {
                String person = person(office, organization);
                add(new OfficeAppointmentMade(person, organization, office, person));
            }
            for (OfficeFunction function : OfficeFunction.values()) {
                String person = person(function.name(), organization);
                String body = "body-" + person;
                add(new FunctionGranted(body, organization, function));
                add(new BodyAppointmentMade(person, body, organization, "MEMBER", person));
            }
        }

        private String person(String what, String organization) {
            Holder holder = new Holder("made-" + what + "-of-" + organization, organization);
            holders.add(holder);
            return holder.person();
        }

        private void add(Object event) {
            long position = FAR + facts.size();
            facts.add(
                    new Fact<>(
                            "made",
                            position,
                            "made-" + position,
                            "made." + event.getClass().getSimpleName(),
                            event,
                            LONG_AGO,
                            LONG_AGO,
                            Map.of()));
        }
    }
}
