package org.zhengyou.bench.envers;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** 活动 (S57-S63). */
@Entity
@Audited
@Table(name = "activity")
@SuppressWarnings("UnusedVariable") // Hibernate reads them
class Activity {
    @Id private UUID id = new UUID(0, 0);

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Campaign campaign;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organization organization;

    private String theme = "";
    private String form = "";
    private String titleZh = "";
    private LocalDate plannedFor = LocalDate.EPOCH;
    private LocalDate plannedOn = LocalDate.EPOCH;

    /** For Hibernate. */
    protected Activity() {}

    Activity(
            Endpoints.PlanActivity c,
            Campaign campaign,
            Organization organization,
            LocalDate plannedOn) {
        this.id = c.activity();
        this.campaign = campaign;
        this.organization = organization;
        this.theme = c.theme();
        this.form = c.form();
        this.titleZh = c.titleZh();
        this.plannedFor = c.plannedFor();
        this.plannedOn = plannedOn;
    }
}
