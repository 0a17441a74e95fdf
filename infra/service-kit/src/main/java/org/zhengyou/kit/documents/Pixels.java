package org.zhengyou.kit.documents;

/** How large a picture says it is, before anybody unpacks it. */
final class Pixels {
    /** More than any camera in use, and no more than a browser unpacks. */
    private static final long MOST = 120_000_000;

    private Pixels() {}

    /**
     * Goes on if a picture may be that large.
     *
     * @throws org.zhengyou.kit.http.ProblemException {@code BODY_TOO_LARGE}; or {@code
     *     UNSUPPORTED_MEDIA_TYPE} if it has no pixels
     */
    static void check(DocumentType type, long width, long height) {
        if (width <= 0 || height <= 0) throw Refusals.damaged(type);
        if (width > MOST / height) throw Refusals.tooManyPixels(MOST);
    }
}
