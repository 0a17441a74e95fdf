package org.zhengyou.organizations.register;

/** Anything that happened to organisations, their offices or their bodies: one log, one service. */
public interface OrganizationFact {}
