package org.zhengyou.kit.authority;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 权限依据. On what an act rests, as it stands in its envelope: {@code S57 IMPLEMENT a-5} for an office
 * or seat that carries the function, {@code S2 office a-1} for an office of the university
 * committee itself, {@code S111 self}, {@code S90 P-SETUP}.
 *
 * @param clause the clause that gives the power
 * @param power how it is given
 * @param holding id of the appointment, or the policy of the platform; empty where there is none
 */
public record Grounds(String clause, String power, String holding) {
    static final String OFFICE = "office";
    static final String SELF = "self";
    static final String SETUP = "P-SETUP";

    /** As the envelope says it; of what says nothing, all parts are empty. */
    public static Grounds of(String text) {
        String[] words = Arrays.copyOf(text.split(" ", 3), 3);
        return new Grounds(word(words[0]), word(words[1]), word(words[2]));
    }

    private static String word(@Nullable String word) {
        return word == null ? "" : word;
    }

    /** Whether it takes an office of the university committee itself, or stood in for one. */
    public boolean isOfCommittee() {
        return power.equals(OFFICE) || power.equals(SETUP) || power.isEmpty();
    }

    /** The function that the office or seat carries, if it rests on one. */
    public Optional<OfficeFunction> function() {
        return Arrays.stream(OfficeFunction.values())
                .filter(one -> one.name().equals(power))
                .findFirst();
    }

    /** The appointment that it rests on, if it rests on one. */
    public Optional<String> appointment() {
        return holding.isEmpty() ? Optional.empty() : Optional.of(holding);
    }

    @Override
    public String toString() {
        return holding.isEmpty() ? clause + ' ' + power : clause + ' ' + power + ' ' + holding;
    }
}
