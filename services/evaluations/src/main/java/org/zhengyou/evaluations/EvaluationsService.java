package org.zhengyou.evaluations;

import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.cycles.ReviewCycles;
import org.zhengyou.evaluations.directory.CampaignFacts;
import org.zhengyou.evaluations.directory.CampaignWindows;
import org.zhengyou.evaluations.directory.CommendationFacts;
import org.zhengyou.evaluations.reviews.DutyReports;
import org.zhengyou.evaluations.reviews.MissingReport;
import org.zhengyou.evaluations.reviews.MissingReportReasons;
import org.zhengyou.evaluations.reviews.MissingReports;
import org.zhengyou.evaluations.reviews.Review;
import org.zhengyou.evaluations.reviews.ReviewBoard;
import org.zhengyou.evaluations.reviews.ReviewResults;
import org.zhengyou.evaluations.schemes.CriteriaScheme;
import org.zhengyou.evaluations.schemes.PublishedSchemes;
import org.zhengyou.evaluations.schemes.SchemeUses;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.BranchMembers;
import org.zhengyou.kit.authority.OrganizationsBelow;
import org.zhengyou.kit.host.ServiceHost;

/** 评价考核: criteria schemes, the year-end review of organisations and members, its results. */
public final class EvaluationsService {
    private EvaluationsService() {}

    /**
     * The service on one page. It holds keys of its own, because what people say in a review about
     * themselves and about others is theirs.
     */
    public static Service definition() {
        return Service.named("evaluations")
                .decider(CriteriaScheme.decider())
                .decider(ReviewCycle.decider())
                .decider(Review.decider())
                .decider(MissingReport.decider())
                .attestsLateActs()
                .view(new PublishedSchemes())
                .view(new ReviewCycles())
                .view(new ReviewBoard())
                .view(new ReviewResults())
                .view(new DutyReports())
                .view(new MissingReports())
                .view(new MissingReportReasons())
                .directory(new CampaignWindows())
                .directory(new SchemeUses())
                .directory(new BranchMembers())
                .directory(new OrganizationsBelow())
                .knowsMembers()
                .listensTo("activities", CampaignFacts.ALL.toArray(Class<?>[]::new))
                .listensTo("commendations", CommendationFacts.ALL.toArray(Class<?>[]::new))
                .opensPersonalData()
                .build();
    }

    /** Runs this service alone; see {@code docs/deploying.md}. */
    public static void main(String[] args) {
        ServiceHost.main(definition(), args);
    }
}
