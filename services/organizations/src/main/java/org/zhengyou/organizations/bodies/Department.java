package org.zhengyou.organizations.bodies;

/** 部门 (S91). Departments that make up the university campaign office. */
public enum Department {
    /** 党委组织部: leads. */
    PARTY_ORGANIZATION_DEPARTMENT,
    /** 宣传统战部: leads. */
    PUBLICITY_AND_UNITED_FRONT_DEPARTMENT,
    /** 党委办公室; not the campaign office (Q8). */
    PARTY_COMMITTEE_OFFICE,
    /** 纪委. */
    DISCIPLINE_COMMISSION,
    /** 其他相关部门. */
    OTHER_DEPARTMENT
}
