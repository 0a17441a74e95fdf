package org.zhengyou.activities.campaign;

/**
 * An event of this service. Rules of one concept rest on facts of another, strictly: a plan on the
 * phase, a meeting on the plan. They find them by their tags; this is the type of all of them.
 */
public interface CampaignFact {}
