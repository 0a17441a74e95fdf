package org.zhengyou.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;

/**
 * All addresses with what answers there, found segment by segment. A segment that is said wins over
 * one that stands for a parameter.
 */
final class Addresses {
    private static final class Place {
        final Map<String, Place> below = new HashMap<>();
        final Map<String, HandlerFunction<ServerResponse>> byMethod = new TreeMap<>();
        @Nullable Place any;
        List<String> variables = List.of();
    }

    /**
     * An address at which something answers.
     *
     * @param byMethod what answers
     * @param variables decoded, by name
     */
    record Found(
            Map<String, HandlerFunction<ServerResponse>> byMethod, Map<String, String> variables) {}

    private final Place root = new Place();

    /**
     * Answers this operation so.
     *
     * @throws IllegalStateException if something else answers it
     */
    void add(Operation operation, HandlerFunction<ServerResponse> handler) {
        Place place = root;
        List<String> names = new ArrayList<>();
        for (String segment : segments(operation.path())) {
            if (!segment.startsWith("{")) {
                place = place.below.computeIfAbsent(segment, s -> new Place());
                continue;
            }
            names.add(segment.substring(1, segment.length() - 1));
            if (place.any == null) place.any = new Place();
            place = place.any;
        }
        String method = operation.method().name();
        boolean isNew = place.byMethod.isEmpty();
        if (place.byMethod.putIfAbsent(method, handler) != null
                || (!isNew && !place.variables.equals(names)))
            throw new IllegalStateException(
                    "two resources are at " + method + " " + operation.path());
        place.variables = List.copyOf(names);
    }

    /** What answers under this path, which is encoded; null if nothing does. */
    @Nullable Found find(String path) {
        Place place = root;
        List<String> values = new ArrayList<>();
        for (String segment : segments(path)) {
            Place said = place.below.get(segment);
            Place next = said != null || segment.isEmpty() ? said : place.any;
            if (next == null) return null;
            if (said == null) values.add(UriUtils.decode(segment, StandardCharsets.UTF_8));
            place = next;
        }
        if (place.byMethod.isEmpty()) return null;
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < values.size(); i++)
            variables.put(place.variables.get(i), values.get(i));
        return new Found(place.byMethod, variables);
    }

    private static String[] segments(String path) {
        return path.split("/", -1);
    }
}
