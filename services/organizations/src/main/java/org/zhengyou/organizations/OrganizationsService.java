package org.zhengyou.organizations;

import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.BranchMembers;
import org.zhengyou.kit.authority.MemberFacts;
import org.zhengyou.kit.authority.RoleFacts;
import org.zhengyou.kit.host.ServiceHost;
import org.zhengyou.organizations.bodies.CampaignBodies;
import org.zhengyou.organizations.bodies.CampaignBody;
import org.zhengyou.organizations.bodies.MissingCampaignOffices;
import org.zhengyou.organizations.bodies.WhenOfficeAppointmentChangedThenLeadingGroupSeatFollows;
import org.zhengyou.organizations.offices.Auditors;
import org.zhengyou.organizations.offices.OfficeHolders;
import org.zhengyou.organizations.offices.Offices;
import org.zhengyou.organizations.register.Organization;
import org.zhengyou.organizations.register.OrganizationTree;
import org.zhengyou.organizations.register.OrganizationsSheet;

/** 党组织 (S6, S66, S90-S95): the register of organisations, their offices, the campaign's bodies. */
public final class OrganizationsService {
    private OrganizationsService() {}

    /** The service on one page. */
    public static Service definition() {
        return Service.named("organizations")
                .decider(Organization.decider())
                .decider(Offices.decider())
                .decider(CampaignBody.decider())
                .attestsLateActs()
                .view(new OrganizationTree())
                .view(new OfficeHolders())
                .view(new CampaignBodies())
                .view(new MissingCampaignOffices())
                .directory(new BranchMembers())
                .directory(new Auditors())
                .policy(new WhenOfficeAppointmentChangedThenLeadingGroupSeatFollows())
                .imports(new OrganizationsSheet())
                .listensTo("members", MemberFacts.ALL.toArray(Class<?>[]::new))
                .listensTo(
                        "members",
                        RoleFacts.PlatformRoleGranted.class,
                        RoleFacts.PlatformRoleRevoked.class)
                .build();
    }

    /** Runs this service alone; see {@code docs/deploying.md}. */
    public static void main(String[] args) {
        ServiceHost.main(definition(), args);
    }
}
