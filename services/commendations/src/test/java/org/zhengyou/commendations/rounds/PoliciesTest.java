package org.zhengyou.commendations.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.adoption.AdoptablePolicy;

/** A rule of ours is never shown as a rule of the plan. */
class PoliciesTest {
    private static final Pattern CITED = Pattern.compile("\"([A-Z]\\d+|P(-[A-Z]+)+)\"");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void every_policy_has_an_id_that_cannot_be_taken_for_a_clause_and_stands_in_the_glossary()
            throws IOException {
        String glossary = Files.readString(Path.of("../../docs/glossary.md"));
        assertThat(ids()).isNotEmpty();
        for (String id : ids()) {
            assertThat(id).matches("P(-[A-Z]+)+");
            assertThat(glossary).contains("`" + id + "`");
        }
    }

    @Test
    void clauses_and_policies_are_all_that_is_cited() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (Path file : sources()) {
            Matcher m = CITED.matcher(Files.readString(file));
            while (m.find()) cited.add(m.group(1));
        }
        cited.removeIf(one -> one.matches("S\\d+"));
        assertThat(cited).isEqualTo(ids());
    }

    private static Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        for (Field field : Policies.class.getDeclaredFields()) {
            try {
                switch (field.get(null)) {
                    case String id -> ids.add(id);
                    case AdoptablePolicy<?> policy -> ids.add(policy.id().value());
                    default -> throw new AssertionError(field + " is no policy");
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(field + " is for all", e);
            }
        }
        return ids;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
