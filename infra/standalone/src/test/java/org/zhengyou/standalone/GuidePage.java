package org.zhengyou.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * 指南. A page of the guide, read as what has to be done in a browser to see whether it is true.
 * Which screen a text is about stands before it in a comment; what is bold is on that screen; a
 * picture is taken of what is on the screen where the text names it.
 *
 * @param language {@code zh} or {@code en}
 * @param name as the console calls it
 * @param steps in their order
 * @param anchors what links may lead to
 * @param links where the page leads to, other than to pictures
 */
record GuidePage(
        String language, String name, List<Step> steps, List<String> anchors, List<String> links) {
    private static final Pattern SAID =
            Pattern.compile(
                    "<!-- (\\w+) ?(.*?) ?-->|\\*\\*(.+?)\\*\\*|!\\[[^\\]]*\\]\\(\\.\\./pictures/([^)]+)\\)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([\\w-]+)\"></a>");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]+\\]\\(([^)]+)\\)");

    /** Something to be done or seen in a browser. */
    sealed interface Step {}

    /** Signs in as this person. */
    record As(DemoPeople person) implements Step {}

    /** Opens a screen. */
    record Screen(String path) implements Step {}

    /** Clicks on what is called so. */
    record Click(String label) implements Step {}

    /** Writes into a field. */
    record Fill(String label, String text) implements Step {}

    /** From here on the browser is that of a phone. */
    record Phone() implements Step {}

    /** The next picture shows only this part of the page. */
    record Clip(String selector) implements Step {}

    /** A picture is taken; the file is below the folder of pictures. */
    record Picture(String file) implements Step {}

    /** This is on the screen; an ellipsis stands for whatever is there. */
    record Shown(String label) implements Step {}

    /** All pages of a language. */
    static List<GuidePage> all(String language) {
        try (Stream<Path> files = Files.list(Repository.at("docs/guide/" + language))) {
            return files.sorted().map(file -> read(language, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GuidePage read(String language, Path file) {
        String name = file.getFileName().toString().replace(".md", "");
        return of(language, name, Repository.text("docs/guide/" + language + "/" + name + ".md"));
    }

    static GuidePage of(String language, String name, String text) {
        List<Step> steps = new ArrayList<>();
        SAID.matcher(text).results().map(GuidePage::step).forEach(steps::add);
        return new GuidePage(language, name, steps, found(ANCHOR, text), found(LINK, text));
    }

    static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).toList();
    }

    private static Step step(MatchResult said) {
        if (said.group(3) != null) return new Shown(said.group(3));
        if (said.group(4) != null) return new Picture(said.group(4));
        String more = said.group(2);
        return switch (said.group(1)) {
            case "as" -> new As(person(more));
            case "screen" -> new Screen(more);
            case "click" -> new Click(more);
            case "fill" -> fill(more);
            case "phone" -> new Phone();
            case "clip" -> new Clip(more);
            default -> throw new IllegalArgumentException("nobody knows how to " + said.group());
        };
    }

    private static Fill fill(String said) {
        Matcher parts = Pattern.compile("(.+) = (.+)").matcher(said);
        if (!parts.matches()) throw new IllegalArgumentException("fill what with what: " + said);
        return new Fill(parts.group(1), parts.group(2));
    }

    private static DemoPeople person(String login) {
        return Arrays.stream(DemoPeople.values())
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody signs in as " + login));
    }

    /** What its steps are without what is said in one language only. */
    List<String> shape() {
        return steps.stream()
                .filter(step -> !(step instanceof Shown))
                .map(
                        step ->
                                switch (step) {
                                    case Click _ -> "click";
                                    case Fill fill -> "fill " + fill.text();
                                    case Picture(String file) ->
                                            file.replaceFirst("^" + language + "/", "");
                                    default -> step.toString();
                                })
                .toList();
    }

    List<String> pictures() {
        return steps.stream()
                .filter(Picture.class::isInstance)
                .map(step -> ((Picture) step).file())
                .toList();
    }

    @Override
    public String toString() {
        return language + "/" + name;
    }
}
