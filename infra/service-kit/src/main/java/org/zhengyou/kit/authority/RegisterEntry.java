package org.zhengyou.kit.authority;

/**
 * 在册 (S4, S6). Whether an organisation or a member is on the register.
 *
 * @param isOn whether it is, from then on
 * @param event the id of the event that says so
 */
public record RegisterEntry(boolean isOn, String event) {}
