package org.zhengyou.organizations.offices;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import java.util.List;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentEnded;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;

/** 领导班子 (S90, S95). Who held which office of an organisation at an instant. */
public final class OfficeHolders extends View<OfficeHolders.Row, OfficeHolders.Shown> {
    /** What one fact says of an appointment. */
    record Holding(Office office, String person, boolean held) {}

    /**
     * The offices of one organisation.
     *
     * @param organization its id
     * @param holdings by appointment
     */
    public record Row(String organization, Ledger<String, Holding> holdings) {
        private Row with(Fact<?> fact, AppointmentId appointment, Holding said) {
            return new Row(organization, holdings.with(appointment.value(), fact.order(), said));
        }
    }

    /**
     * Somebody in office.
     *
     * @param appointment by which
     * @param office which office
     * @param person who
     */
    public record Holder(
            String appointment,
            Office office,
            @RefersTo(view = "members/members", name = "name") String person) {}

    /**
     * What a reader is shown.
     *
     * @param secretary person id of the secretary; empty if there is none
     * @param holders everybody in office
     */
    public record Shown(
            @RefersTo(view = "members/members", name = "name") String secretary,
            List<Holder> holders) {}

    /** The view; its rows are empty. */
    public OfficeHolders() {
        super("office-holders", Row.class, Shown.class, key -> new Row(key, Ledger.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case OfficeAppointmentMade e -> {
                var made = new Holding(e.office(), e.person().value(), true);
                rows.update(e.organization().value(), row -> row.with(fact, e.appointment(), made));
            }
            case OfficeAppointmentEnded e -> {
                var ended = new Holding(e.office(), e.person().value(), false);
                rows.update(
                        e.organization().value(), row -> row.with(fact, e.appointment(), ended));
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
    public Index index(Row row) {
        Values persons = Values.of(row.holdings(), Holding::person);
        return Index.on("secretary", persons.and(Values.of("")));
    }

    @Override
    public Shown answer(String key, Row row, Instant asOf) {
        List<Holder> holders =
                row.holdings().at(asOf).entrySet().stream()
                        .filter(e -> e.getValue().held())
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
