package org.zhengyou.kit.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * What is promised of one address and method: enough to call it and to know every answer.
 *
 * @param method GET stands for HEAD as well
 * @param path with a leading slash; a segment in braces stands for a parameter
 * @param tag of which kind it is
 * @param name what it is called; no two of one service are called the same
 * @param text what it is for
 * @param about the command, view or sheet that it is for; null for none
 * @param parameters all there are; others in the query are refused
 * @param takes the body; null for none
 * @param answers the body of a good answer
 * @param refusals statuses of its refusals, besides those of everywhere
 * @param isOpen whether it is answered to everybody, without a token
 */
public record Operation(
        HttpMethod method,
        String path,
        String tag,
        String name,
        String text,
        @Nullable Class<?> about,
        List<Parameter> parameters,
        @Nullable Content takes,
        Content answers,
        Set<Integer> refusals,
        boolean isOpen) {

    /**
     * Statuses of refusals that anybody may be answered anywhere: before it is known what is asked,
     * or because something does not work.
     */
    private static final Set<Integer> EVERYWHERE =
            Set.of(400, 401, 405, 406, 408, 413, 500, 503, 504);

    /** Those that the gateway adds. */
    private static final Set<Integer> AT_THE_GATEWAY = Set.of(414, 429, 431);

    private static final int SIGN_IN_FIRST = 302;

    /** Copies its lists. */
    public Operation {
        parameters = List.copyOf(parameters);
        refusals = Set.copyOf(refusals);
    }

    /** Starts the description of a question. */
    public static Writing get(String path) {
        return new Writing(HttpMethod.GET, path);
    }

    /** Starts the description of something that changes what is there. */
    public static Writing post(String path) {
        return new Writing(HttpMethod.POST, path);
    }

    /** Every status but 200 that it may be answered with, in order. */
    public Set<Integer> otherStatuses() {
        Set<Integer> all = new TreeSet<>(EVERYWHERE);
        all.addAll(refusals);
        return all;
    }

    /**
     * As {@link #otherStatuses}, where it is asked through the gateway, which leads a browser in
     * which nobody is signed in to the sign-in.
     */
    public Set<Integer> otherStatusesAtGateway() {
        Set<Integer> all = otherStatuses();
        all.addAll(AT_THE_GATEWAY);
        if (method.equals(HttpMethod.GET)) all.add(SIGN_IN_FIRST);
        return all;
    }

    /** The description while it is written. */
    public static final class Writing {
        private final HttpMethod method;
        private final String path;
        private String tag = "";
        private String name = "";
        private String text = "";
        private @Nullable Class<?> about;
        private List<Parameter> parameters = List.of();
        private @Nullable Content takes;
        private Set<Integer> refusals = Set.of();
        private boolean isOpen;

        private Writing(HttpMethod method, String path) {
            this.method = method;
            this.path = path;
        }

        /** What it is called among others of its kind. */
        public Writing called(String tag, String name) {
            this.tag = tag;
            this.name = name;
            return this;
        }

        /** What it is for. */
        public Writing saying(String text) {
            this.text = text;
            return this;
        }

        /** The command, view or sheet that it is for. */
        public Writing about(Class<?> about) {
            this.about = about;
            return this;
        }

        /** What may be said beside the body. */
        public Writing with(List<Parameter> parameters) {
            this.parameters = parameters;
            return this;
        }

        /** The body. */
        public Writing taking(Content takes) {
            this.takes = takes;
            return this;
        }

        /** Statuses of refusals besides those of everywhere. */
        public Writing refusing(Integer... refusals) {
            this.refusals = Set.of(refusals);
            return this;
        }

        /** Everybody is answered, without a token. */
        public Writing open() {
            isOpen = true;
            return this;
        }

        /** The finished description, of something that answers with this. */
        public Operation answering(Content answers) {
            return new Operation(
                    method,
                    path,
                    tag,
                    name,
                    text,
                    about,
                    parameters,
                    takes,
                    answers,
                    refusals,
                    isOpen);
        }
    }
}
