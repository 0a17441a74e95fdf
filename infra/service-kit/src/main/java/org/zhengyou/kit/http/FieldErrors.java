package org.zhengyou.kit.http;

import java.util.ArrayList;
import java.util.List;
import org.zhengyou.kit.validation.InvalidCommandException;
import org.zhengyou.kit.validation.Violation;

/** Everything that is wrong with one request, as far as anyone would read it. */
final class FieldErrors {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 200;

    private final List<FieldError> errors = new ArrayList<>();
    private int count;

    /**
     * One more.
     *
     * @param words {@code English | 中文}
     */
    void add(String field, String words) {
        if (++count > MOST) return;
        String name = field.isEmpty() ? "body" : field;
        if (name.length() > LONGEST_NAME) name = name.substring(0, LONGEST_NAME) + "…";
        errors.add(FieldError.of(name, words));
    }

    /** One more, found below this path. */
    void add(String path, Violation violation) {
        String field = path.isEmpty() ? violation.field() : path + '.' + violation.field();
        add(field, violation.reason() + " | " + violation.reasonZh());
    }

    /** What is wrong with a command, as far as anyone would read it. */
    static List<FieldError> of(InvalidCommandException invalid) {
        FieldErrors all = new FieldErrors();
        invalid.violations().forEach(violation -> all.add("", violation));
        return all.errors;
    }

    /** How many there are, those included that are not kept. */
    int count() {
        return count;
    }

    /**
     * Goes on if nothing is wrong.
     *
     * @throws ProblemException naming everything that is
     */
    void check() {
        if (!errors.isEmpty()) throw problem();
    }

    /** The answer that names everything that is wrong. */
    ProblemException problem() {
        return new ProblemException(Problem.malformed(errors));
    }
}
