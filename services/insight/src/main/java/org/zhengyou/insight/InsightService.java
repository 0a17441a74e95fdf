package org.zhengyou.insight;

import java.util.List;
import org.zhengyou.insight.dashboard.Dashboard;
import org.zhengyou.insight.facts.ActivitiesFacts;
import org.zhengyou.insight.facts.CommendationsFacts;
import org.zhengyou.insight.facts.EvaluationsFacts;
import org.zhengyou.insight.facts.MembersFacts;
import org.zhengyou.insight.facts.OrganizationsFacts;
import org.zhengyou.insight.timeline.CampaignTimeline;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.ServiceHost;

/** 进展: what all services say, on one dashboard and in one history. Decides nothing. */
public final class InsightService {
    private InsightService() {}

    /** The service on one page. */
    public static Service definition() {
        return Service.named("insight")
                .view(new Dashboard())
                .view(new CampaignTimeline())
                .listensTo("organizations", all(OrganizationsFacts.ALL))
                .listensTo("members", all(MembersFacts.ALL))
                .listensTo("activities", all(ActivitiesFacts.ALL))
                .listensTo("evaluations", all(EvaluationsFacts.ALL))
                .listensTo("commendations", all(CommendationsFacts.ALL))
                .build();
    }

    private static Class<?>[] all(List<Class<?>> types) {
        return types.toArray(Class<?>[]::new);
    }

    /** Runs this service alone; see {@code docs/deploying.md}. */
    public static void main(String[] args) {
        ServiceHost.main(definition(), args);
    }
}
