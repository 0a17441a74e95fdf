package org.zhengyou.bench.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyId;
import org.zhengyou.organizations.bodies.CampaignOfficeLevel;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.offices.Office;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;
import org.zhengyou.organizations.offices.PersonId;
import org.zhengyou.organizations.register.HostUnitKind;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationId;
import org.zhengyou.organizations.register.OrganizationType;

/** 党组织 (S6, S90): organisations and their secretaries, entered in the weeks before the launch. */
final class OrganizationsStory extends Story {
    private static final LocalDate ENTERED = LocalDate.of(2010, 5, 3);
    private static final int DAYS = 7;
    private static final Instant FOUNDED = start(LocalDate.of(2006, 1, 1));
    private static final Instant APPOINTED = start(LocalDate.of(2006, 9, 1));

    private static final Instant ENTERED_FROM = start(ENTERED);

    private final int all;
    private int said;

    OrganizationsStory(University university, Consumer<Act> told) {
        super(university, told);
        all = 3 * (1 + university.generals() + university.branches());
    }

    @Override
    void tell() {
        University u = university();
        establish(u.committee(), OrganizationType.PARTY_COMMITTEE, null, "C");
        appoint(u.committee(), Office.SECRETARY, u.secretary());
        appoint(u.committee(), Office.DEPUTY_SECRETARY, u.deputy());
        for (int i = 0; i < u.generals(); i++) {
            establish(u.general(i), OrganizationType.GENERAL_BRANCH, u.committee(), "SG" + i);
            appoint(u.general(i), Office.SECRETARY, u.id("leader", i));
            if (i % 2 == 0) form(u.general(i));
        }
        for (int i = 0; i < u.branches(); i++) {
            establish(u.branch(i), OrganizationType.BRANCH, u.above(i), "SB" + i);
            appoint(u.branch(i), Office.SECRETARY, u.member(i));
        }
    }

    private void establish(String id, OrganizationType type, @Nullable String parent, String code) {
        sayLater(
                "S66 GUIDE",
                FOUNDED,
                next(),
                new OrganizationEstablished(
                        new OrganizationId(id),
                        type,
                        parent == null ? null : HostUnitKind.COLLEGE,
                        parent == null ? null : new OrganizationId(parent),
                        code,
                        "第" + code + "党组织",
                        "Organisation " + code));
    }

    private void appoint(String organization, Office office, String person) {
        sayLater(
                "S90 GUIDE",
                APPOINTED,
                next(),
                new OfficeAppointmentMade(
                        new AppointmentId(university().id("appointment", said)),
                        new OrganizationId(organization),
                        office,
                        new PersonId(person)));
    }

    private void form(String organization) {
        sayLater(
                "S94 IMPLEMENT",
                ENTERED_FROM,
                next(),
                new CampaignOfficeFormed(
                        new BodyId(university().id("office", said)),
                        new OrganizationId(organization),
                        CampaignOfficeLevel.UNIT,
                        new TreeSet<>(),
                        new TreeSet<>()));
    }

    private Instant next() {
        return spread(ENTERED, DAYS, said++, all);
    }
}
