package org.zhengyou.kit.http;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with one request, as far as anyone would read it. */
final class FieldErrors {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 200;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String reason) {
        if (errors.size() >= MOST) return;
        String name = field.isEmpty() ? "body" : field;
        if (name.length() > LONGEST_NAME) name = name.substring(0, LONGEST_NAME) + "…";
        errors.add(new FieldError(name, reason));
    }

    int count() {
        return errors.size();
    }

    /**
     * Goes on if nothing is wrong.
     *
     * @throws ProblemException naming everything that is
     */
    void check() {
        if (!errors.isEmpty()) throw new ProblemException(Problem.malformed(errors));
    }
}
