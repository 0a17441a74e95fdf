package org.zhengyou.insight;

import java.util.List;
import java.util.stream.Stream;
import org.zhengyou.insight.dashboard.Dashboard;
import org.zhengyou.insight.facts.ActivitiesFacts;
import org.zhengyou.insight.facts.CommendationsFacts;
import org.zhengyou.insight.facts.EvaluationsFacts;
import org.zhengyou.insight.facts.MembersFacts;
import org.zhengyou.insight.facts.OrganizationsFacts;
import org.zhengyou.insight.timeline.CampaignTimeline;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.ServiceHost;
import org.zhengyou.kit.view.AnyEvent;

/** 进展: what all services say, on one dashboard and in one history. Decides nothing. */
public final class InsightService {
    private InsightService() {}

    /** The service on one page. */
    public static Service definition() {
        return Service.named("insight")
                .view(new Dashboard())
                .view(new CampaignTimeline())
                .listensTo("organizations", everything(OrganizationsFacts.ALL))
                .listensTo("members", everything(MembersFacts.ALL))
                .listensTo("activities", everything(ActivitiesFacts.ALL))
                .listensTo("evaluations", everything(EvaluationsFacts.ALL))
                .listensTo("commendations", everything(CommendationsFacts.ALL))
                .build();
    }

    /** What the dashboard counts by its fields, and all there is by its envelope. */
    private static Class<?>[] everything(List<Class<?>> counted) {
        return Stream.concat(Stream.of(AnyEvent.class), counted.stream()).toArray(Class<?>[]::new);
    }

    /** Runs this service alone; see {@code docs/deploying.md}. */
    public static void main(String[] args) {
        ServiceHost.main(definition(), args);
    }
}
