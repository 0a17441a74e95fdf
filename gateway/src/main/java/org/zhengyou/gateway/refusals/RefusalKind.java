package org.zhengyou.gateway.refusals;

/** 拒绝. The closed set of reasons for which the gateway itself says no. */
public enum RefusalKind {
    /** The request is not understood, or is of a form the gateway does not let through. */
    MALFORMED_REQUEST(400, "The request is not understood", "请求内容有误"),
    /** There is no access token and no session, or it is not valid. */
    UNAUTHENTICATED(401, "A valid access token is needed", "需要有效的访问令牌"),
    /** The caller is known, but this is not permitted, e.g. for want of a CSRF token. */
    NOT_PERMITTED(403, "This is not permitted", "不允许此操作"),
    /** Nothing is served under this path. */
    NO_SUCH_ROUTE(404, "There is nothing here", "此处无内容"),
    /** Something is there, but it takes other methods. */
    METHOD_NOT_ALLOWED(405, "This takes other methods", "不支持该方法"),
    /** The request did not arrive as a whole in time. */
    REQUEST_TIMEOUT(408, "The request did not arrive in time", "请求未及时到达"),
    /** The body is larger than this takes. */
    BODY_TOO_LARGE(413, "The body is too large", "请求体过大"),
    /** The first line of the request is longer than this takes. */
    URI_TOO_LONG(414, "The address is too long", "请求地址过长"),
    /** The caller asks more often than it may. */
    TOO_MANY_REQUESTS(429, "Too many requests", "请求过于频繁"),
    /** The headers of the request are larger than this takes. */
    HEADERS_TOO_LARGE(431, "The headers are too large", "请求头过大"),
    /** A defect of the gateway; the answer carries the id under which it was logged. */
    INTERNAL_ERROR(500, "Something is wrong here", "系统内部错误"),
    /** The service, or the issuer of the tokens, cannot be reached at the moment. */
    SERVICE_UNAVAILABLE(503, "Not available at the moment", "暂时不可用"),
    /** The service did not answer in time. */
    TIME_LIMIT_EXCEEDED(504, "The time for this request is up", "处理超时");

    private final int status;
    private final String title;
    private final String titleZh;

    RefusalKind(int status, String title, String titleZh) {
        this.status = status;
        this.title = title;
        this.titleZh = titleZh;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What it is, in English. */
    public String title() {
        return title;
    }

    /** What it is, in Chinese. */
    public String titleZh() {
        return titleZh;
    }
}
