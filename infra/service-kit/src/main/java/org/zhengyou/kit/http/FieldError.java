package org.zhengyou.kit.http;

/**
 * One bad part of a request.
 *
 * @param field name of a header or parameter, path into the body ({@code measures[2].text}), or
 *     {@code body} for the body as a whole
 * @param reason what is wrong and what would be right; never the value itself
 */
public record FieldError(String field, String reason) {}
