package org.zhengyou.bench.envers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** 争优活动 (S3). */
@Entity
@Audited
@Table(name = "campaign")
@SuppressWarnings("UnusedVariable") // Hibernate reads them
class Campaign {
    @Id private UUID id = new UUID(0, 0);
    private String titleZh = "";
    private LocalDate launchedOn = LocalDate.EPOCH;
    private @Nullable LocalDate closedOn;

    /** For Hibernate. */
    protected Campaign() {}

    boolean runsOn(LocalDate day) {
        return !day.isBefore(launchedOn) && (closedOn == null || !day.isAfter(closedOn));
    }
}
