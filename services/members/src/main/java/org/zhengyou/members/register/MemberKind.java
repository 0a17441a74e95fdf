package org.zhengyou.members.register;

/** 党员类别 (S26). Decides which criteria apply. */
public enum MemberKind {
    /** 教工党员. */
    STAFF,
    /** 学生党员. */
    STUDENT
}
