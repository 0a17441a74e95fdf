package org.zhengyou.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.runtime.EffectiveTime;
import org.zhengyou.kit.runtime.SourceDocument;
import org.zhengyou.kit.validation.InvalidCommandException;

/**
 * What a request for a command says beside the command.
 *
 * @param effectiveAt {@code Zhengyou-Effective-At}: ISO instant or date; null for now
 * @param key {@code Idempotency-Key}
 * @param correlation {@code Zhengyou-Correlation-Id}
 * @param onBehalfOf {@code Zhengyou-On-Behalf-Of}: a person's id (P-ENTERED)
 * @param document {@code Zhengyou-Document}: SHA-256 of the scan, and where on it
 * @param after what must be known here before the decision
 * @param preview whether nothing is to be recorded
 */
record CommandRequest(
        @Nullable Instant effectiveAt,
        @Nullable String key,
        @Nullable String correlation,
        @Nullable String onBehalfOf,
        @Nullable SourceDocument document,
        List<After> after,
        boolean preview) {
    static final String EFFECTIVE_AT = EffectiveTime.FIELD;
    static final String PREVIEW = "preview";
    static final String KEY = "Idempotency-Key";
    static final String CORRELATION = "Zhengyou-Correlation-Id";
    static final String ON_BEHALF_OF = "Zhengyou-On-Behalf-Of";
    static final String DOCUMENT = "Zhengyou-Document";

    private static final Pattern SCAN = Pattern.compile("([0-9a-f]{64})(?:;([!-~]{1,32}))?");
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,128}");

    /** What may be said beside a command. */
    static List<Parameter> parameters(boolean withPreview) {
        List<Parameter> all = new ArrayList<>();
        all.add(
                Parameter.header(
                                EFFECTIVE_AT,
                                "When the act is true: ISO instant, or date at the university; from "
                                        + EffectiveTime.EARLIEST
                                        + " on, and not ahead of time unless the command may lie"
                                        + " ahead. Default: now.")
                        .anyOf("date", "date-time")
                        .such("2010-06-15"));
        all.add(
                Parameter.header(
                                KEY,
                                "1 to 128 visible characters; the same key by the same person acts"
                                        + " once.")
                        .formed(VISIBLE));
        all.add(
                Parameter.header(CORRELATION, "Ties several commands together.")
                        .formed(Identifier.FORM));
        all.add(
                Parameter.header(
                                ON_BEHALF_OF,
                                "Id of the person on whose behalf this is entered; the rules judge"
                                        + " that person. Not without "
                                        + DOCUMENT
                                        + '.')
                        .formed(Identifier.FORM));
        all.add(
                Parameter.header(
                                DOCUMENT,
                                "SHA-256 of the document it is entered from, and ';' and the page if"
                                        + " there is one.")
                        .formed(SCAN));
        all.add(
                Parameter.query(
                                After.PARAMETER,
                                "service:position that must be known here before the decision.")
                        .formed(After.FORM)
                        .repeated());
        if (withPreview)
            all.add(Parameter.truth(PREVIEW, "true: decide and tell (Preview), record nothing."));
        return all;
    }

    /**
     * What this request says.
     *
     * @param command the record of the command
     */
    static CommandRequest of(HttpServletRequest request, Class<?> command, FieldErrors errors) {
        MultiValueMap<String, String> query = QueryText.of(request);
        return new CommandRequest(
                effectiveAt(request, command, errors),
                matching(
                        request,
                        KEY,
                        VISIBLE,
                        "must be 1 to 128 visible characters | 须为 1 至 128 个可见字符",
                        errors),
                matching(
                        request,
                        CORRELATION,
                        Identifier.FORM,
                        "must be 1 to 64 letters, digits, '.', '_' or '-', and begin with a letter or a digit | 须为 1 至 64 个字母、数字或 . _ -，以字母或数字开头",
                        errors),
                onBehalfOf(request, errors),
                document(request, errors),
                after(query, errors),
                preview(query, errors));
    }

    private static @Nullable String onBehalfOf(HttpServletRequest request, FieldErrors errors) {
        if (request.getHeader(ON_BEHALF_OF) != null && request.getHeader(DOCUMENT) == null)
            errors.add(
                    DOCUMENT,
                    "must be given with " + ON_BEHALF_OF + " | 须与 " + ON_BEHALF_OF + " 同时给出");
        return matching(
                request,
                ON_BEHALF_OF,
                Identifier.FORM,
                "must be the id of a person | 须为人员标识",
                errors);
    }

    private static @Nullable SourceDocument document(
            HttpServletRequest request, FieldErrors errors) {
        String text =
                matching(
                        request,
                        DOCUMENT,
                        SCAN,
                        "must be 64 hexadecimal digits, and after a ';' a page if there is one | 须为 64 位十六进制数，可接 ';' 与页码",
                        errors);
        if (text == null) return null;
        Matcher scan = SCAN.matcher(text);
        return scan.matches() ? new SourceDocument(scan.group(1), scan.group(2)) : null;
    }

    /**
     * The whole body.
     *
     * @throws ProblemException if it is larger than this many bytes, or breaks off
     */
    static byte[] body(HttpServletRequest request, int most) {
        if (request.getContentLengthLong() > most) throw tooLarge(most);
        try {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) throw tooLarge(most);
            return body;
        } catch (IOException e) {
            throw ProblemException.notArrived();
        }
    }

    private static ProblemException tooLarge(int most) {
        return ProblemException.of(
                ProblemKind.BODY_TOO_LARGE, "the body may have " + most + " bytes");
    }

    private static @Nullable Instant effectiveAt(
            HttpServletRequest request, Class<?> command, FieldErrors errors) {
        String text = single(request, EFFECTIVE_AT, errors);
        if (text == null) return null;
        try {
            return EffectiveTime.checked(command, EffectiveTime.parse(text.strip()), Instant.now());
        } catch (InvalidCommandException e) {
            e.violations().forEach(violation -> errors.add("", violation));
            return null;
        }
    }

    private static @Nullable String matching(
            HttpServletRequest request,
            String name,
            Pattern form,
            String reason,
            FieldErrors errors) {
        String text = single(request, name, errors);
        if (text == null || form.matcher(text).matches()) return text;
        errors.add(name, reason);
        return null;
    }

    private static @Nullable String single(
            HttpServletRequest request, String name, FieldErrors errors) {
        String first = request.getHeader(name);
        if (first != null && Collections.list(request.getHeaders(name)).size() > 1)
            errors.add(name, "must be given once | 只能出现一次");
        return first;
    }

    private static boolean preview(MultiValueMap<String, String> query, FieldErrors errors) {
        List<String> said = query.get(PREVIEW);
        if (said == null) return false;
        if (said.size() == 1 && List.of("true", "false").contains(said.getFirst()))
            return said.getFirst().equals("true");
        errors.add(PREVIEW, "must be true or false, given once | 须为 true 或 false，且只出现一次");
        return false;
    }

    private static List<After> after(MultiValueMap<String, String> query, FieldErrors errors) {
        List<After> all = new ArrayList<>();
        query.forEach(
                (name, values) -> {
                    if (name.equals(PREVIEW)) return;
                    if (!name.equals(After.PARAMETER))
                        errors.add(name, "is no parameter of a command | 命令没有此参数");
                    else for (String value : values) After.read(value, all, errors);
                });
        return all;
    }
}
