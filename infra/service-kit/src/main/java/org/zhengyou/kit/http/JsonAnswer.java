package org.zhengyou.kit.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** An answer whose JSON is already written: goes out with its length, in one piece. */
public final class JsonAnswer implements ServerResponse {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final HttpHeaders headers = new HttpHeaders();

    private JsonAnswer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    /** 200 with this value. */
    public static JsonAnswer ok(JsonMapper mapper, Object value) {
        return ok(mapper.writeValueAsBytes(value));
    }

    /** 200 with this JSON text in UTF-8. */
    public static JsonAnswer ok(byte[] json) {
        return new JsonAnswer(200, JSON, json);
    }

    static JsonAnswer problem(int status, byte[] json) {
        return new JsonAnswer(status, PROBLEM, json);
    }

    /** The same with one more header. */
    public JsonAnswer with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(status);
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(
            HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        write(response);
        return null;
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
