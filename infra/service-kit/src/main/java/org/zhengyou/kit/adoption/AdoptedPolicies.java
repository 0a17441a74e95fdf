package org.zhengyou.kit.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/**
 * 自定规则 (P-ADOPT). What was adopted, and is in force on a date. One row per policy, for everybody.
 */
public final class AdoptedPolicies
        extends View<AdoptedPolicies.Row, AdoptedPolicies.AdoptedPolicy> {
    private final Map<String, AdoptablePolicy<?>> policies;

    /** One version. */
    public record Adopted(int version, String value, String documentDigest) {}

    /** A policy over time. */
    public record Row(Timeline<Adopted> versions) {}

    /**
     * 自定规则. What a policy says on a date.
     *
     * @param labelZh what people call it
     * @param labelEn the same in English
     * @param value what holds; {@code none} if nothing does
     * @param version which version says so
     * @param since from which day on
     * @param documentDigest digest of the document that says so
     * @param byDefault what held before anything was adopted
     * @param legal which values may be adopted
     */
    public record AdoptedPolicy(
            String labelZh,
            String labelEn,
            String value,
            int version,
            LocalDate since,
            @Digest String documentDigest,
            String byDefault,
            List<String> legal) {}

    /** The view of these policies; its rows are empty. */
    public AdoptedPolicies(List<AdoptablePolicy<?>> policies) {
        super("policies", Row.class, AdoptedPolicy.class, key -> new Row(Timeline.empty()));
        this.policies =
                policies.stream()
                        .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (!(fact.event() instanceof PolicyAdopted e)) return;
        var adopted = new Adopted(e.version(), e.value(), e.documentDigest());
        rows.update(e.policy().value(), row -> new Row(row.versions().with(fact.order(), adopted)));
    }

    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Row row) {
        return Index.on("value", row.versions(), Adopted::value)
                .and("documentDigest", row.versions(), Adopted::documentDigest);
    }

    @Override
    public @Nullable AdoptedPolicy answer(String key, Row row, Instant asOf) {
        return row.versions().entryAt(asOf).map(entry -> shown(key, entry)).orElse(null);
    }

    /** Of a policy that is on the page no longer, what was adopted is all that is known. */
    private AdoptedPolicy shown(String key, Timeline.Entry<Adopted> entry) {
        AdoptablePolicy<?> policy = policies.get(key);
        Adopted adopted = entry.value();
        return new AdoptedPolicy(
                policy == null ? "" : policy.labelZh(),
                policy == null ? "" : policy.labelEn(),
                adopted.value(),
                adopted.version(),
                entry.on(),
                adopted.documentDigest(),
                policy == null ? "" : policy.byDefault(),
                policy == null ? List.of() : policy.legal());
    }
}
