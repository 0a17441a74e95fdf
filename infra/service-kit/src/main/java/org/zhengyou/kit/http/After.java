package org.zhengyou.kit.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position that must be known before an answer is given: {@code after=members:42}.
 *
 * @param source the service whose log is meant
 * @param position in that log
 */
record After(String source, long position) {
    static final String PARAMETER = "after";

    static final Pattern FORM = Pattern.compile("([a-z][a-z-]{0,39}):([0-9]{1,18})");

    static void read(String text, List<After> into, FieldErrors errors) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches())
            into.add(new After(matcher.group(1), Long.parseLong(matcher.group(2))));
        else
            errors.add(
                    PARAMETER,
                    "must be service:position such as members:42 | 须为 members:42 这样的 服务:位置");
    }
}
