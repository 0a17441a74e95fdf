package org.zhengyou.kit.view;

/**
 * An event of which the reader wants to know no more than its envelope says: type, place, clocks
 * and metadata. A service that {@code listensTo(source, AnyEvent.class)} gets every event of that
 * source, those that are yet to be invented among them.
 */
public record AnyEvent() {}
