package org.zhengyou.commendations;

import org.zhengyou.commendations.decisions.Commendation;
import org.zhengyou.commendations.decisions.Nominations;
import org.zhengyou.commendations.decisions.RoundView;
import org.zhengyou.commendations.decisions.Why;
import org.zhengyou.commendations.directory.ActivityDirectory;
import org.zhengyou.commendations.directory.CampaignDirectory;
import org.zhengyou.commendations.directory.ForeignFacts;
import org.zhengyou.commendations.directory.ResultDirectory;
import org.zhengyou.commendations.directory.SchemeDirectory;
import org.zhengyou.commendations.eligibility.Eligibility;
import org.zhengyou.commendations.nominations.Nomination;
import org.zhengyou.commendations.recommendations.Recommendation;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.BranchMembers;
import org.zhengyou.kit.authority.OrganizationsBelow;
import org.zhengyou.kit.host.ServiceHost;

/** 表彰: rounds, nominations, recommendations, eligibility with its reasons, decisions. */
public final class CommendationsService {
    private CommendationsService() {}

    /** The service on one page. */
    public static Service definition() {
        return Service.named("commendations")
                .decider(CommendationRound.decider())
                .decider(Nomination.decider())
                .decider(Recommendation.decider())
                .decider(Eligibility.decider())
                .decider(Commendation.decider())
                .adopts(Policies.RESULT_GOOD)
                .opensPersonalData()
                .attestsLateActs()
                .view(new RoundView())
                .view(new Nominations())
                .view(new Why())
                .directory(new ResultDirectory())
                .directory(new ActivityDirectory())
                .directory(new SchemeDirectory())
                .directory(new CampaignDirectory())
                .directory(new BranchMembers())
                .directory(new OrganizationsBelow())
                .knowsMembers()
                .listensTo("activities", ForeignFacts.ACTIVITIES.toArray(Class<?>[]::new))
                .listensTo("evaluations", ForeignFacts.EVALUATIONS.toArray(Class<?>[]::new))
                .build();
    }

    /** Runs this service alone; see {@code docs/deploying.md}. */
    public static void main(String[] args) {
        ServiceHost.main(definition(), args);
    }
}
