package org.zhengyou.kit.adoption;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.decide.Given;

/**
 * 自定规则. A policy that a service knows: a value that its rules read where the plan is silent, until
 * something is adopted the default, version 0. Named on the service's page. {@value #NONE} is
 * always legal and says that the policy asks nothing. A value that was legal once stays so: it may
 * be on record.
 *
 * <pre>{@code
 * .restsOn(PolicyAdoption.GROUND, command -> RESULT_GOOD.id())   // the decider
 * InForce<CountedResults> good = RESULT_GOOD.inForce(given);     // its decision
 * }</pre>
 *
 * @param <T> what its values are read as
 */
public final class AdoptablePolicy<T> {
    /** The value of a policy that asks nothing. */
    public static final String NONE = "none";

    private final PolicyId id;
    private final String labelZh;
    private final String labelEn;
    private final List<String> legal;
    private final Function<String, @Nullable T> read;
    private final @Nullable T byDefault;

    private AdoptablePolicy(
            String id,
            String labelZh,
            String labelEn,
            List<String> legal,
            Function<String, @Nullable T> read,
            @Nullable T byDefault) {
        this.id = new PolicyId(id);
        this.labelZh = labelZh;
        this.labelEn = labelEn;
        this.legal = Stream.concat(legal.stream(), Stream.of(NONE)).toList();
        this.read = read;
        this.byDefault = byDefault;
    }

    /**
     * One of some constants, by name.
     *
     * @param id as it is cited
     * @param labelZh what people call it
     * @param labelEn the same in English
     * @param values the constants
     * @param byDefault which holds before any adoption; null for none
     */
    public static <E extends Enum<E>> AdoptablePolicy<E> choice(
            String id, String labelZh, String labelEn, Class<E> values, @Nullable E byDefault) {
        List<E> all = List.of(values.getEnumConstants());
        return new AdoptablePolicy<>(
                id,
                labelZh,
                labelEn,
                all.stream().map(Enum::name).toList(),
                text -> all.stream().filter(e -> e.name().equals(text)).findFirst().orElse(null),
                byDefault);
    }

    /**
     * A whole number, e.g. of days.
     *
     * @param least the smallest legal one, not negative
     * @param most the greatest legal one
     */
    public static AdoptablePolicy<Integer> number(
            String id,
            String labelZh,
            String labelEn,
            int least,
            int most,
            @Nullable Integer byDefault) {
        return new AdoptablePolicy<>(
                id,
                labelZh,
                labelEn,
                List.of(least + ".." + most),
                text -> numberIn(text, least, most),
                byDefault);
    }

    private static @Nullable Integer numberIn(String text, int least, int most) {
        if (!text.matches("0|[1-9][0-9]{0,8}")) return null;
        int number = Integer.parseInt(text);
        return number >= least && number <= most ? number : null;
    }

    /** As it is cited. */
    public PolicyId id() {
        return id;
    }

    /** What people call it. */
    public String labelZh() {
        return labelZh;
    }

    /** What people call it in English. */
    public String labelEn() {
        return labelEn;
    }

    /** The legal values, for people: constants, a range {@code 1..30}, and {@value #NONE}. */
    public List<String> legal() {
        return legal;
    }

    /** The value that holds before any adoption. */
    public String byDefault() {
        return byDefault == null ? NONE : byDefault.toString();
    }

    /** Whether this may be adopted. */
    boolean isLegal(String value) {
        return value.equals(NONE) || read.apply(value) != null;
    }

    /**
     * What it says on the effective date of a decision that rests on {@link PolicyAdoption#GROUND}
     * under its id.
     *
     * @throws IllegalStateException if the decision does not rest on it
     */
    public InForce<T> inForce(Given given) {
        Optional<PolicyAdopted> last =
                given.on(PolicyAdoption.GROUND, id)
                        .all(PolicyAdopted.class)
                        .filter(one -> one.isTrueAt(given.effectiveAt()))
                        .map(one -> one.event())
                        .findFirst();
        return last.map(one -> new InForce<>(id, one.version(), chosen(one.value())))
                .orElseGet(this::unadopted);
    }

    /** What it says before any adoption. */
    public InForce<T> unadopted() {
        return new InForce<>(id, 0, byDefault);
    }

    /** What this version of it says; nothing if the value is not a legal one. */
    public Optional<InForce<T>> adopted(int version, String value) {
        return isLegal(value)
                ? Optional.of(new InForce<>(id, version, chosen(value)))
                : Optional.empty();
    }

    private @Nullable T chosen(String value) {
        if (!isLegal(value)) throw new IllegalStateException(id + " was legal once: " + value);
        return value.equals(NONE) ? null : read.apply(value);
    }

    @Override
    public String toString() {
        return id.value() + " " + legal;
    }
}
