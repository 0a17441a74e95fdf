package org.zhengyou.kit.decide;

/** 拒绝原因. The closed set of reasons for which the platform says no; each use names its clause. */
public enum RefusalCode {
    /** The phase of the campaign that gates this act is not open on the effective date. */
    PHASE_NOT_OPEN("阶段未开启"),
    /** The campaign is closed. */
    CAMPAIGN_CLOSED("活动已结束"),
    /** On the effective date the actor held no office that carries this act (S93, S95). */
    ACTOR_LACKS_AUTHORITY("无权限"),
    /** The subject lies outside the campaign or the organisation concerned. */
    OUT_OF_SCOPE("不在范围内"),
    /** A step that must come first is missing. */
    STEP_OUT_OF_ORDER("步骤次序不符"),
    /** A required part is missing; the detail names it. */
    PART_MISSING("缺少必要内容"),
    /** No criteria scheme has been published for this kind of subject. */
    SCHEME_NOT_PUBLISHED("标准未公布"),
    /** The criteria scheme is for another kind of subject. */
    SCHEME_NOT_FOR_SUBJECT("标准不适用于该对象"),
    /** A fact this decision needs has not arrived; nothing is guessed. Try again later. */
    RESULT_MISSING("所需事实尚未到达"),
    /** The voters' roll is closed. */
    ROLL_CLOSED("名册已关闭"),
    /** The person is not on the voters' roll. */
    NOT_ON_ROLL("不在名册上"),
    /** The ballot was already cast. */
    ALREADY_CAST("已投票"),
    /** Nobody decides in their own cause, and two-person acts need two people. */
    CONFLICT_OF_INTEREST("利益冲突"),
    /** The commendation round or review cycle does not take this any more. */
    ROUND_CLOSED("轮次已关闭"),
    /** This candidate is already nominated in this round and category. */
    DUPLICATE_NOMINATION("重复申报"),
    /** An audience must be named; there is no default "everyone". */
    AUDIENCE_REQUIRED("须指明通报范围"),
    /** The reader does not belong to the audience. */
    OUTSIDE_AUDIENCE("不在通报范围内"),
    /** A deadline must be named. */
    DEADLINE_REQUIRED("须指明时限"),
    /** Nobody accepts their own rectification. */
    SELF_ACCEPTANCE("不得自行验收"),
    /** The draw was not committed before its seed. */
    DRAW_NOT_COMMITTED("抽查方案未先行承诺"),
    /** Somebody else changed the same thing at the same time. Look again and repeat. */
    CONCURRENT_CHANGE("并发修改"),
    /** This number, document or thing is already on record, with other content. */
    ALREADY_ON_RECORD("已有记录"),
    /** What the command names is not on record. */
    NOT_ON_RECORD("无此记录");

    private final String zh;

    RefusalCode(String zh) {
        this.zh = zh;
    }

    /** The reason in Chinese, for people. */
    public String zh() {
        return zh;
    }
}
