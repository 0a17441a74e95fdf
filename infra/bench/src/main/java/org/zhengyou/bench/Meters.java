package org.zhengyou.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process measured of itself up to a moment, as its {@code /prometheus} tells it.
 *
 * @param values by name and labels
 */
record Meters(Map<String, Double> values) {
    private static final Pattern BUCKET =
            Pattern.compile(
                    "zhengyou_visible_seconds_bucket\\{service=\"([a-z]+)\",le=\"([^\"]+)\"}");

    /** Copies the map. */
    Meters {
        values = Map.copyOf(values);
    }

    /** Asks the services on this port, as somebody who may. */
    static Meters of(int port, String token) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/prometheus"))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200)
                throw new IllegalStateException("/prometheus: " + response.statusCode());
            return read(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Reads the text format. */
    static Meters read(String text) {
        Map<String, Double> values = new HashMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#") && line.contains(" "))
                .forEach(
                        line -> {
                            int space = line.lastIndexOf(' ');
                            values.put(
                                    line.substring(0, space),
                                    Double.valueOf(line.substring(space + 1)));
                        });
        return new Meters(values);
    }

    /** Position of the last event of a service's log. */
    long head(String service) {
        Double head = values.get("zhengyou_log_head{log=\"log\",service=\"" + service + "\"}");
        if (head == null) throw new IllegalStateException("no head of " + service);
        return head.longValue();
    }

    /** Events in the inboxes of all services. */
    double inboxes() {
        return values.entrySet().stream()
                .filter(e -> e.getKey().startsWith("zhengyou_log_head{log=\"inbox\""))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /**
     * How much the measurements of log writes grew.
     *
     * @param suffix {@code _sum}: events; {@code _count}: writes
     * @param labels only logs with this among their labels
     */
    double grown(String suffix, String labels, Meters earlier) {
        String name = "zhengyou_log_batch_events" + suffix + "{";
        return values.entrySet().stream()
                .filter(e -> e.getKey().startsWith(name) && e.getKey().contains(labels))
                .mapToDouble(e -> e.getValue() - earlier.values.getOrDefault(e.getKey(), 0.0))
                .sum();
    }

    /** Events per write to logs with this among their labels; 1 if nothing was written. */
    double batch(Meters earlier, String labels) {
        double writes = grown("_count", labels, earlier);
        return writes == 0 ? 1 : grown("_sum", labels, earlier) / writes;
    }

    /**
     * How long this service's events took from being recorded until they were in all its views,
     * between an earlier moment and this one.
     *
     * @param share of the events, e.g. 0.99
     * @return milliseconds within which that share was visible, interpolated within a bucket; 0 if
     *     there was no event
     */
    double visibleMillis(String service, double share, Meters earlier) {
        TreeMap<Double, Double> buckets = new TreeMap<>();
        values.forEach(
                (name, count) -> {
                    Matcher bucket = BUCKET.matcher(name);
                    if (bucket.matches() && bucket.group(1).equals(service))
                        buckets.put(
                                bucket.group(2).equals("+Inf")
                                        ? Double.POSITIVE_INFINITY
                                        : Double.parseDouble(bucket.group(2)),
                                count - earlier.values.getOrDefault(name, 0.0));
                });
        return buckets.isEmpty() ? 0 : 1_000 * quantile(buckets, share);
    }

    /** From counts that include those of all smaller bounds. */
    static double quantile(TreeMap<Double, Double> cumulative, double share) {
        double wanted = share * cumulative.lastEntry().getValue();
        double lower = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
            double upper = bucket.getKey();
            double count = bucket.getValue();
            if (count >= wanted && count > below)
                return Double.isInfinite(upper)
                        ? lower
                        : lower + (upper - lower) * (wanted - below) / (count - below);
            lower = upper;
            below = count;
        }
        return lower;
    }
}
