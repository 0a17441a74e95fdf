package org.zhengyou.kit.http;

/** The closed set of problems that are not refusals of a rule. */
public enum ProblemKind {
    /** A header, a parameter or the body is not what it must be; every bad field is named. */
    MALFORMED_REQUEST(400, "The request is not understood", "请求内容有误"),
    /** There is no access token, or it is not valid. */
    UNAUTHENTICATED(401, "A valid access token is needed", "需要有效的访问令牌"),
    /** The token does not carry the role this needs. */
    NOT_PERMITTED(403, "The token does not permit this", "令牌不允许此操作"),
    /** Nothing is there, or nothing that this reader may see. */
    NO_SUCH_RESOURCE(404, "There is nothing here", "此处无内容"),
    /** Something is there, but it takes other methods. */
    METHOD_NOT_ALLOWED(405, "This takes other methods", "不支持该方法"),
    /** The client accepts nothing that this can answer with. */
    NOT_ACCEPTABLE(406, "The answer is JSON, which is not accepted", "客户端不接受 JSON"),
    /** The request did not arrive whole in the time for that; nothing was done. */
    REQUEST_TIMEOUT(408, "The request did not arrive in time", "请求未及时到达"),
    /** The body is larger than this takes. */
    BODY_TOO_LARGE(413, "The body is too large", "请求体过大"),
    /** The body is of another kind than this takes. */
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of another kind", "不支持的内容类型"),
    /** The Idempotency-Key was used for another command. */
    KEY_REUSED(422, "The key was used for another command", "幂等键已用于另一命令"),
    /** As much of this kind is under way as this service does at once; nothing was done. */
    TOO_MUCH_AT_ONCE(429, "As much is under way as is done at once", "同时进行的任务过多"),
    /** A defect of the platform; the answer carries the id under which it was logged. */
    INTERNAL_ERROR(500, "Something is wrong here", "系统内部错误"),
    /** A method, a transfer coding or a version of HTTP that is not spoken here. */
    NOT_IMPLEMENTED(501, "This is not supported here", "此处不支持该请求方式"),
    /** The time for one request is up. */
    TIME_LIMIT_EXCEEDED(504, "The time for this request is up", "处理超时"),
    /** It cannot be told whether the events were recorded. */
    OUTCOME_UNKNOWN(503, "The outcome is not known", "结果未知"),
    /** The store or the token's issuer cannot be reached; nothing was done. */
    NOT_AVAILABLE(503, "Not available at the moment", "暂时不可用");

    private final int status;
    private final String title;
    private final String titleZh;

    ProblemKind(int status, String title, String titleZh) {
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
