package org.zhengyou.bench.envers;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** What is asked of the tables besides finding by id. */
final class Repositories {
    private Repositories() {}

    /** Of organisations. */
    interface Organizations extends JpaRepository<Organization, UUID> {
        /** Whether a code is taken. */
        boolean existsByCode(String code);
    }

    /** Of offices. */
    interface Appointments extends JpaRepository<Appointment, UUID> {
        /** Everything that a person ever held, with the organisations. */
        @Query("select a from Appointment a join fetch a.organization where a.person = :person")
        List<Appointment> heldBy(String person);
    }

    /** Of phases. */
    interface Phases extends JpaRepository<Phase, UUID> {
        /** Those of a campaign. */
        List<Phase> findByCampaignId(UUID campaign);
    }

    /** Of members. */
    interface Members extends JpaRepository<PartyMember, UUID> {
        /** A page in the order of ids, without counting all. */
        List<PartyMember> findAllByOrderById(Pageable page);
    }
}
