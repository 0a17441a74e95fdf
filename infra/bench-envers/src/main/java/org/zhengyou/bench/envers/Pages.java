package org.zhengyou.bench.envers;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.query.AuditEntity;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengyou.bench.envers.Repositories.Members;

/** Pages of members, now and as they were recorded at an instant: Envers knows no other clock. */
@Service
class Pages {
    private final EntityManager entities;
    private final Members members;
    private final Offices offices;

    Pages(EntityManager entities, Members members, Offices offices) {
        this.entities = entities;
        this.members = members;
        this.offices = offices;
    }

    /** The first members. */
    @Transactional(readOnly = true)
    List<Endpoints.Member> now(String actor, int limit) {
        requireMayRead(actor);
        return shown(members.findAllByOrderById(PageRequest.of(0, limit)));
    }

    /** The first members as of an instant. */
    @Transactional(readOnly = true)
    List<Endpoints.Member> at(String actor, Instant asOf, int limit) {
        requireMayRead(actor);
        AuditReader history = AuditReaderFactory.get(entities);
        Number revision = history.getRevisionNumberForDate(Date.from(asOf));
        List<?> found =
                history.createQuery()
                        .forEntitiesAtRevision(PartyMember.class, revision)
                        .addOrder(AuditEntity.id().asc())
                        .setMaxResults(limit)
                        .getResultList();
        return shown(found.stream().map(PartyMember.class::cast).toList());
    }

    private void requireMayRead(String actor) {
        offices.requireLeadsCommittee(actor, LocalDate.now(ZoneId.of("Asia/Shanghai")));
    }

    private static List<Endpoints.Member> shown(List<PartyMember> members) {
        return members.stream().map(PartyMember::shown).toList();
    }
}
