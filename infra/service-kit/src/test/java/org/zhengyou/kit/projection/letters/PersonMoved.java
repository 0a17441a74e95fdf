package org.zhengyou.kit.projection.letters;

/** A fact of the people service: somebody lives somewhere else now. */
public record PersonMoved(String person, String place) {}
