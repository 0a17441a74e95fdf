package org.zhengyou.activities.projects;

import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.projects.MemberProjectCommand.Outcome;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.json.AbsentIfNull;

/** 党员项目 (S60). What happened to a project of members. */
public sealed interface MemberProjectEvent {
    /** The project concerned. */
    ProjectId project();

    /** The campaign in which it was started. */
    CampaignId campaign();

    /** Whose project it is. */
    OrganizationId organization();

    /** What is undertaken. */
    Undertaking undertaking();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return Concern.of(organization(), "S60")
                .and(undertaking().lead())
                .and(undertaking().participants());
    }

    /**
     * 党员项目已设立 (S60). In this campaign; late by an exception from the phases, where it names one.
     */
    record MemberProjectStarted(
            ProjectId project,
            CampaignId campaign,
            OrganizationId organization,
            Undertaking undertaking,
            @AbsentIfNull @Nullable ExceptionId exception)
            implements MemberProjectEvent {
        /** In time. */
        public MemberProjectStarted(
                ProjectId project,
                CampaignId campaign,
                OrganizationId organization,
                Undertaking undertaking) {
            this(project, campaign, organization, undertaking, null);
        }
    }

    /** 党员项目已结项 (S60). With what was undertaken, so that it is evidence by itself. */
    record MemberProjectConcluded(
            ProjectId project,
            CampaignId campaign,
            OrganizationId organization,
            Undertaking undertaking,
            Outcome outcome,
            String resultZh,
            String evidenceDigest)
            implements MemberProjectEvent {}
}
