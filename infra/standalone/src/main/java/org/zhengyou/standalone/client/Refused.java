package org.zhengyou.standalone.client;

import tools.jackson.databind.JsonNode;

/** The platform said no, with an RFC 9457 problem. */
public final class Refused extends RuntimeException {
    private final int status;
    private final JsonNode problem;

    Refused(String what, int status, JsonNode problem) {
        super(
                "%s: %d %s %s %s"
                        .formatted(
                                what,
                                status,
                                problem.path("code").asString(""),
                                problem.path("detail").asString(""),
                                problem.has("errors") ? problem.path("errors").toString() : ""));
        this.status = status;
        this.problem = problem;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Refusal code, e.g. {@code STEP_OUT_OF_ORDER}. */
    public String code() {
        return problem.path("code").asString("");
    }

    /** The whole problem. */
    public JsonNode problem() {
        return problem;
    }
}
