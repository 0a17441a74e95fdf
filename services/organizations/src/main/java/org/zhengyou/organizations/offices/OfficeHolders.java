package org.zhengyou.organizations.offices;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentEnded;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** 领导班子 (S90, S95). Who held which office of an organisation at an instant. */
public final class OfficeHolders extends View<OfficeHolders.Row, OfficeHolders.Shown> {
    /** One appointment, over time. */
    record Holding(Office office, String person, Timeline<Boolean> held) {}

    /**
     * The offices of one organisation.
     *
     * @param organization its id
     * @param holdings by appointment
     */
    public record Row(String organization, SortedMap<String, Holding> holdings) {
        /** Copies the map. */
        public Row {
            holdings = Collections.unmodifiableSortedMap(new TreeMap<>(holdings));
        }

        private Row with(Fact<?> fact, String appointment, Holding holding, boolean held) {
            SortedMap<String, Holding> more = new TreeMap<>(holdings);
            Timeline<Boolean> since = more.getOrDefault(appointment, holding).held();
            more.put(
                    appointment,
                    new Holding(
                            holding.office(), holding.person(), since.with(fact.order(), held)));
            return new Row(organization, more);
        }
    }

    /**
     * Somebody in office.
     *
     * @param appointment by which
     * @param office which office
     * @param person who
     */
    public record Holder(String appointment, Office office, String person) {}

    /**
     * What a reader is shown.
     *
     * @param secretary person id of the secretary; empty if there is none
     * @param holders everybody in office
     */
    public record Shown(String secretary, List<Holder> holders) {}

    /** The view; its rows are empty. */
    public OfficeHolders() {
        super("office-holders", Row.class, Shown.class, key -> new Row(key, new TreeMap<>()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case OfficeAppointmentMade e -> {
                var made = new Holding(e.office(), e.person().value(), Timeline.empty());
                String id = e.appointment().value();
                rows.update(e.organization().value(), row -> row.with(fact, id, made, true));
            }
            case OfficeAppointmentEnded e -> {
                var ended = new Holding(e.office(), e.person().value(), Timeline.empty());
                String id = e.appointment().value();
                rows.update(e.organization().value(), row -> row.with(fact, id, ended, false));
            }
            default -> {}
        }
    }

    /** Who leads says who is a member: for leaders over it, auditors and the committee. */
    @Override
    public Audience audience(Row row) {
        return NARROWEST.and(leadersOf(row.organization()));
    }

    @Override
    public Shown answer(String key, Row row, Instant asOf) {
        List<Holder> holders =
                row.holdings().entrySet().stream()
                        .filter(e -> e.getValue().held().at(asOf).orElse(false))
                        .map(
                                e ->
                                        new Holder(
                                                e.getKey(),
                                                e.getValue().office(),
                                                e.getValue().person()))
                        .toList();
        String secretary =
                holders.stream()
                        .filter(holder -> holder.office() == Office.SECRETARY)
                        .map(Holder::person)
                        .findFirst()
                        .orElse("");
        return new Shown(secretary, holders);
    }
}
