package org.zhengyou.kit.projection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.zhengyou.kit.view.Audience;

/**
 * 索引词. The words under which a store finds rows: who may see them, and which values their answers
 * have. A value of the row as it stands now is a current one, every other it ever had a former one.
 * Where the answer may change without a new fact, because a fact is dated ahead or the answer looks
 * at the clock, all values are open.
 */
final class Terms {
    /** Of a row some values of which are open. */
    static final String OPEN_ROW = "?";

    private static final char CURRENT = '!';
    private static final char FORMER = '=';
    private static final char OPEN = '~';

    private Terms() {}

    static String current(String field, String text) {
        return field + CURRENT + Collation.shortened(text);
    }

    static String former(String field, String text) {
        return field + FORMER + Collation.shortened(text);
    }

    static String open(String field, String text) {
        return field + OPEN + Collation.shortened(text);
    }

    /**
     * Rows that may answer now with one of these values, or with nothing if one is the empty text.
     */
    static Set<String> now(String field, Collection<String> texts) {
        Set<String> terms = new TreeSet<>();
        for (String text : texts) {
            terms.add(current(field, text));
            terms.add(open(field, text));
        }
        return terms;
    }

    /** Rows that may ever have answered with one of these values, none of which is nothing. */
    static Set<String> ever(String field, Collection<String> texts) {
        Set<String> terms = now(field, texts);
        for (String text : texts) terms.add(former(field, text));
        return terms;
    }

    /** Rows that may be shown to those of whom this is said. */
    static String of(Audience.Token token) {
        return switch (token.ground()) {
            case "everybody" -> EVERYBODY;
            case "auditors" -> AUDITORS;
            case "committee" -> COMMITTEE;
            case "self" -> person(token.subject());
            default -> organization(token.subject());
        };
    }

    /** Shown to everybody. */
    static final String EVERYBODY = "@*";

    /** Shown to auditors. */
    static final String AUDITORS = "@auditors";

    /** Shown to those at the university Party committee. */
    static final String COMMITTEE = "@committee";

    /** Shown to this person. */
    static String person(String person) {
        return "@person:" + person;
    }

    /** Shown to some of those who hold something over this organisation. */
    static String organization(String organization) {
        return "@over:" + organization;
    }

    /** Those of a reader's terms with which every row is shown to that reader. */
    static Set<String> certain(Set<String> reader) {
        Set<String> certain = new LinkedHashSet<>(reader);
        certain.retainAll(Set.of(EVERYBODY, AUDITORS, COMMITTEE));
        return certain;
    }
}
