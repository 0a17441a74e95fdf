package org.zhengyou.insight;

import java.util.List;
import java.util.stream.Stream;
import org.zhengyou.insight.dashboard.Dashboard;
import org.zhengyou.insight.dashboard.EndedOrganizations;
import org.zhengyou.insight.dashboard.MembersReached;
import org.zhengyou.insight.dashboard.Progress;
import org.zhengyou.insight.facts.ActivitiesFacts;
import org.zhengyou.insight.facts.OrganizationsFacts;
import org.zhengyou.insight.timeline.CampaignTimeline;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.authority.MemberFacts;
import org.zhengyou.kit.host.ServiceHost;
import org.zhengyou.kit.view.AnyEvent;

/** 进展: what all services say, on one dashboard and in one history. Decides nothing. */
public final class InsightService {
    private InsightService() {}

    /** The service on one page. */
    public static Service definition() {
        return Service.named("insight")
                .view(new Dashboard())
                .view(new EndedOrganizations())
                .view(new Progress())
                .view(new MembersReached())
                .view(new CampaignTimeline())
                .listensTo("organizations", anyAnd(OrganizationsFacts.ALL))
                .listensTo("members", anyAnd(MemberFacts.ALL))
                .listensTo("activities", anyAnd(ActivitiesFacts.ALL))
                .listensTo("evaluations", anyAnd(List.of()))
                .listensTo("commendations", anyAnd(List.of()))
                .build();
    }

    /** All there is by its envelope, and some by their fields, too: what is attested always. */
    private static Class<?>[] anyAnd(List<Class<?>> read) {
        return Stream.concat(Stream.of(AnyEvent.class, ActAttested.class), read.stream())
                .toArray(Class<?>[]::new);
    }

    /** Runs this service alone; see {@code docs/deploying.md}. */
    public static void main(String[] args) {
        ServiceHost.main(definition(), args);
    }
}
