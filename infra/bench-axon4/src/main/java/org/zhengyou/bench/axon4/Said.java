package org.zhengyou.bench.axon4;

/**
 * The payload of all events; its JSON is that of {@link org.zhengyou.bench.subject.Sample#json}.
 *
 * @param text what was said
 */
public record Said(String text) {}
