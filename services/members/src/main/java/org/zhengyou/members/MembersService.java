package org.zhengyou.members;

import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.ServiceHost;
import org.zhengyou.members.accounts.AccountLink;
import org.zhengyou.members.accounts.Accounts;
import org.zhengyou.members.accounts.CampusLink;
import org.zhengyou.members.register.BranchRoster;
import org.zhengyou.members.register.BranchesByCode;
import org.zhengyou.members.register.EndedBranches;
import org.zhengyou.members.register.Members;
import org.zhengyou.members.register.MembersSheet;
import org.zhengyou.members.register.PartyMember;
import org.zhengyou.members.roles.PlatformRoles;
import org.zhengyou.members.roles.RoleHolders;

/** 党员 (S4): the register of members. The only service that opens personal values. */
public final class MembersService {
    private MembersService() {}

    /** The service on one page. */
    public static Service definition() {
        return Service.named("members")
                .decider(PartyMember.decider())
                .decider(AccountLink.decider())
                .decider(CampusLink.decider())
                .decider(PlatformRoles.decider())
                .attestsLateActs()
                .view(new Members())
                .view(new BranchRoster())
                .view(new EndedBranches())
                .view(new Accounts())
                .view(new RoleHolders())
                .directory(new BranchesByCode())
                .imports(new MembersSheet())
                .listensTo("organizations", BranchesByCode.OrganizationEstablished.class)
                .opensPersonalData()
                .build();
    }

    /** Runs this service alone; see {@code docs/deploying.md}. */
    public static void main(String[] args) {
        ServiceHost.main(definition(), args);
    }
}
