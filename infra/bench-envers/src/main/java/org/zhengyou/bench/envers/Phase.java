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

/** 活动阶段 (S46-S50). */
@Entity
@Audited
@Table(name = "phase", indexes = @Index(columnList = "campaign_id"))
@SuppressWarnings("UnusedVariable") // Hibernate reads them
class Phase {
    @Id private UUID id = new UUID(0, 0);

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Campaign campaign;

    private int number;

    @Column(name = "first_day")
    private LocalDate first = LocalDate.EPOCH;

    @Column(name = "last_day")
    private LocalDate last = LocalDate.EPOCH;

    /** For Hibernate. */
    protected Phase() {}

    boolean isForActivitiesOn(LocalDate day) {
        return (number == 2 || number == 3) && !day.isBefore(first) && !day.isAfter(last);
    }
}
