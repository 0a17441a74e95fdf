package org.zhengyou.bench.envers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** 党员 (S4). */
@Entity
@Audited
@Table(name = "party_member", indexes = @Index(columnList = "branch"))
@SuppressWarnings("UnusedVariable") // Hibernate reads them
class PartyMember {
    @Id private UUID id = new UUID(0, 0);
    private UUID branch = new UUID(0, 0);
    private String kind = "";
    private String name = "";

    @Column(unique = true)
    private String number = "";

    /** For Hibernate. */
    protected PartyMember() {}

    Endpoints.Member shown() {
        return new Endpoints.Member(id, branch, kind, name, number);
    }
}
