package org.zhengyou.members;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.adoption.PolicyEvent;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.attestation.ActId;
import org.zhengyou.kit.attestation.AttestationEvent;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.attestation.Lateness;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.members.accounts.AccountEvent;
import org.zhengyou.members.accounts.AccountEvent.AccountLinked;
import org.zhengyou.members.accounts.AccountEvent.AccountUnlinked;
import org.zhengyou.members.accounts.AccountEvent.InviteIssued;
import org.zhengyou.members.accounts.CampusEvent;
import org.zhengyou.members.accounts.CampusEvent.LinkDisputed;
import org.zhengyou.members.accounts.CampusEvent.LinkProposed;
import org.zhengyou.members.accounts.InviteId;
import org.zhengyou.members.accounts.ProposalId;
import org.zhengyou.members.accounts.UnlinkReason;
import org.zhengyou.members.register.BranchId;
import org.zhengyou.members.register.BranchesByCode;
import org.zhengyou.members.register.EndReason;
import org.zhengyou.members.register.MemberEvent;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;
import org.zhengyou.members.register.MemberId;
import org.zhengyou.members.register.MemberKind;
import org.zhengyou.members.roles.PlatformRole;
import org.zhengyou.members.roles.RoleEvent;
import org.zhengyou.members.roles.RoleEvent.PlatformRoleGranted;
import org.zhengyou.members.roles.RoleEvent.PlatformRoleRevoked;

class EventCatalogTest {
    private static final MemberId MEMBER = new MemberId("m-1");
    private static final ProposalId PROPOSAL =
            new ProposalId("6f60718293045f60718293045f60718293045f60718293045f60718293045f60");

    /** Sealed values differ each time; the sample shows the shape of one that nobody can open. */
    @Test
    void every_event_has_an_approved_sample() {
        Personal sealed = new Personal("m-1", null);
        ApprovedSamples.match(
                "members",
                List.of(
                        new PartyMemberRegistered(
                                MEMBER, new BranchId("o-1"), MemberKind.STUDENT, sealed, sealed),
                        new MemberTransferred(MEMBER, new BranchId("o-1"), new BranchId("o-2")),
                        new MembershipEnded(MEMBER, new BranchId("o-2"), EndReason.TRANSFERRED_OUT),
                        new InviteIssued(
                                new InviteId("i-1"),
                                MEMBER,
                                "5f60718293045f60718293045f60718293045f60718293045f60718293045f60",
                                LocalDate.parse("2010-06-29")),
                        new AccountLinked(
                                MEMBER,
                                new InviteId("i-1"),
                                "https://issuer.example",
                                "Zm9yLXRoZS1jYXRhbG9n01"),
                        new AccountUnlinked(MEMBER, UnlinkReason.OWN_WISH),
                        new LinkProposed(PROPOSAL, MEMBER, "https://campus.example"),
                        new LinkDisputed(PROPOSAL, MEMBER, "https://campus.example"),
                        new PlatformRoleGranted(MEMBER, PlatformRole.AUDITOR),
                        new PlatformRoleRevoked(MEMBER, PlatformRole.AUDITOR),
                        new PolicyAdopted(Lateness.POLICY.id(), 1, "60", "5f6071829304"),
                        new ActAttested(new ActId("members-000000000123"))),
                MemberEvent.class,
                AccountEvent.class,
                CampusEvent.class,
                RoleEvent.class,
                PolicyEvent.class,
                AttestationEvent.class);
    }

    @Test
    void the_facts_of_organizations_that_are_needed_here_are_read_from_their_samples() {
        ApprovedSamples.read("organizations", BranchesByCode.OrganizationEstablished.class);
    }
}
