package org.zhengyou.bench.envers;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A rule says no. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String code, String detail) {
        super(code + ": " + detail);
    }
}
