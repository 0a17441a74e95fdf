package org.zhengyou.bench.envers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** 党组织 (S6, S66). */
@Entity
@Audited
@Table(name = "organization")
@SuppressWarnings("UnusedVariable") // Hibernate reads them
class Organization {
    @Id private UUID id = new UUID(0, 0);
    private String type = "";
    private @Nullable String hostUnitKind;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organization parent;

    @Column(unique = true)
    private String code = "";

    private String labelZh = "";
    private String labelEn = "";

    @Column(name = "existing_from")
    private LocalDate from = LocalDate.EPOCH;

    @Column(name = "existing_until")
    private @Nullable LocalDate until;

    /** For Hibernate. */
    protected Organization() {}

    Organization(Endpoints.EstablishOrganization c, @Nullable Organization parent, LocalDate from) {
        this.id = c.organization();
        this.type = c.type();
        this.hostUnitKind = c.hostUnitKind();
        this.parent = parent;
        this.code = c.code();
        this.labelZh = c.labelZh();
        this.labelEn = c.labelEn();
        this.from = from;
    }

    UUID id() {
        return id;
    }

    String type() {
        return type;
    }

    @Nullable Organization parent() {
        return parent;
    }

    boolean existsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
