package org.zhengyou.kit.view;

import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Identifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Who may see a row (U28: the past is seen with today's permissions). Declared as a union of
 * grounds, each of which names the organisation or person it is about.
 *
 * <p><b>The exact check</b> is {@link #admits}, asked of the audience of the row as it is answered:
 * cut to the question. It looks at the values the row has at that cut: at the last branch of a
 * member, say.
 *
 * <p><b>Narrowing</b> is by {@link #tokens}, asked of the audience of the live row: they name the
 * values it <em>ever</em> had. Whoever is admitted to some cut of a row has one of the tokens of
 * the live row; so a store that looks only at rows with a token of the reader's misses none. It may
 * find rows to which the reader is not admitted. A ground must therefore never be left out because
 * of another one's values: declare both, the one that does not apply admits nobody.
 */
public final class Audience {
    /** Nobody: for what is looked up by decisions and never read. */
    public static final Audience NOBODY = new Audience(List.of());

    /** Everybody who has signed in. */
    public static final Audience EVERYBODY = of("everybody", (reader, none) -> true);

    /** Auditors. */
    public static final Audience AUDITORS = of("auditors", (reader, none) -> reader.isAuditor());

    /** Those who hold an office at the university Party committee. */
    public static final Audience COMMITTEE =
            of("committee", (reader, none) -> reader.isAtCommittee());

    /** The narrowest that a view has if it says nothing: auditors and the committee. */
    public static final Audience NARROWEST = AUDITORS.and(COMMITTEE);

    /**
     * What a store keeps of an audience, and what it looks for on behalf of a reader.
     *
     * @param ground {@code everybody}, {@code auditors}, {@code committee}, {@code self}, {@code
     *     leaders}, {@code heads}, or a function whose holders are meant, e.g. {@code IMPLEMENT}
     * @param subject the organisation or person; empty for the first three
     */
    public record Token(String ground, String subject) {}

    private record Ground(String name, Values subjects, BiPredicate<Reader, String> test) {
        boolean admits(Reader reader) {
            return subjects.now().stream().anyMatch(one -> test.test(reader, text(one)));
        }
    }

    private final List<Ground> grounds;

    private Audience(List<Ground> grounds) {
        this.grounds = List.copyOf(grounds);
    }

    private static Audience of(String name, BiPredicate<Reader, String> test) {
        return of(name, Values.of(""), test);
    }

    private static Audience of(String name, Values subjects, BiPredicate<Reader, String> test) {
        return new Audience(List.of(new Ground(name, subjects, test)));
    }

    /** Whoever holds an office or a seat over one of these organisations ({@link Reader#leads}). */
    public static Audience leadersOf(Values organizations) {
        return of("leaders", organizations, Reader::leads);
    }

    /** As {@link #leadersOf(Values)}, of one that never changes. */
    public static Audience leadersOf(String organization) {
        return leadersOf(Values.of(organization));
    }

    /** As {@link #leadersOf(Values)}, of one as it was over time. */
    public static Audience leadersOf(Timeline<?> organization) {
        return leadersOf(Values.of(organization));
    }

    /** Secretaries and deputies of one of these or of one above it ({@link Reader#heads}). */
    public static Audience headsOf(Values organizations) {
        return of("heads", organizations, Reader::heads);
    }

    /** As {@link #headsOf(Values)}, of one that never changes. */
    public static Audience headsOf(String organization) {
        return headsOf(Values.of(organization));
    }

    /** As {@link #headsOf(Values)}, of one as it was over time. */
    public static Audience headsOf(Timeline<?> organization) {
        return headsOf(Values.of(organization));
    }

    /** Whoever holds this function over one of these organisations ({@link Reader#holds}). */
    public static Audience holdersOf(OfficeFunction function, Values organizations) {
        return of(function.name(), organizations, (reader, one) -> reader.holds(function, one));
    }

    /** These persons themselves. */
    public static Audience self(Values persons) {
        return of("self", persons, Reader::is);
    }

    /** This person. */
    public static Audience self(String person) {
        return self(Values.of(person));
    }

    /** This person, as it was over time. */
    public static Audience self(Timeline<?> person) {
        return self(Values.of(person));
    }

    /** These and those. */
    public Audience and(Audience others) {
        List<Ground> both = new ArrayList<>(grounds);
        both.addAll(others.grounds);
        return new Audience(both);
    }

    /** Whether this reader is among them, by the values the row has. */
    public boolean admits(Reader reader) {
        return grounds.stream().anyMatch(ground -> ground.admits(reader));
    }

    /** One per ground and value that the row ever had; see the type. */
    public Set<Token> tokens() {
        Set<Token> tokens = new LinkedHashSet<>();
        for (Ground ground : grounds)
            for (Object subject : ground.subjects().ever())
                tokens.add(new Token(ground.name(), text(subject)));
        return tokens;
    }

    private static String text(Object subject) {
        return subject instanceof Identifier id ? id.value() : subject.toString();
    }
}
