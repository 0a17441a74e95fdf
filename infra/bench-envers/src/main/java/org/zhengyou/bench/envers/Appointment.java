package org.zhengyou.bench.envers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** 任职. An office that a person holds in an organisation. */
@Entity
@Audited
@Table(name = "appointment", indexes = @Index(columnList = "person"))
@SuppressWarnings("UnusedVariable") // Hibernate reads them
class Appointment {
    @Id private UUID id = new UUID(0, 0);

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organization organization;

    private String office = "";
    private String person = "";

    @Column(name = "held_from")
    private LocalDate from = LocalDate.EPOCH;

    @Column(name = "held_until")
    private @Nullable LocalDate until;

    /** For Hibernate. */
    protected Appointment() {}

    @Nullable Organization organization() {
        return organization;
    }

    boolean isLeadingOn(LocalDate day) {
        boolean held = !day.isBefore(from) && (until == null || day.isBefore(until));
        return held && (office.equals("SECRETARY") || office.equals("DEPUTY_SECRETARY"));
    }
}
