package org.zhengyou.commendations.nominations;

/** 名单截止 (S83). What happens to a unit in a round after which it takes no more nominations. */
public interface ClosesSlate {}
