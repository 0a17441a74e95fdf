package org.zhengyou.kit.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The paper from which somebody entered a command (P-ENTERED).
 *
 * @param digest SHA-256 of its scan, 64 hexadecimal digits
 * @param page where on it; null if that is not said
 */
public record SourceDocument(String digest, @Nullable String page) {}
