package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.projection.letters.Fragile;
import org.zhengyou.kit.projection.letters.LetterBoard;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.view.Reader;

import java.time.Instant;
import java.util.List;

class SelectionTest {
    private static final Question ALL =
            new Question(Instant.EPOCH, false, null, List.of(), List.of(), null, false, 0, 1_000);

    private static final Reader AUDITOR =
            new Reader() {
                @Override
                public String person() {
                    return "anna";
                }

                @Override
                public boolean isAuditor() {
                    return true;
                }

                @Override
                public boolean isAtCommittee() {
                    return false;
                }

                @Override
                public boolean holds(OfficeFunction function, String organization) {
                    return false;
                }
            };

    @Test
    void a_view_with_too_many_rows_is_not_listed_and_says_so() {
        Fragile view = new Fragile();
        var selection = new Selection<>(view, ALL, AUDITOR, new Fields(view));
        Fragile.Row row = new Fragile.Row(Firsts.empty());
        for (int i = 0; i < Selection.MOST_ROWS_LOOKED_AT; i++)
            selection.offer(new StoredRow<>("k" + i, 1, row, 0, 0, Basis.NOTHING));
        assertThatThrownBy(
                        () -> selection.offer(new StoredRow<>("last", 1, row, 0, 0, Basis.NOTHING)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem().errors().getFirst().reason())
                                        .contains("100000", "by its key"));
    }

    @Test
    void the_fields_of_a_view_are_those_of_what_it_shows() {
        Fields board = new Fields(new LetterBoard());
        assertThat(board.toString()).isEqualTo("[key, length, marks, text, to]");
        Fields row = new Fields(new Fragile());
        assertThat(row.toString()).isEqualTo("[key, marks]");
        assertThat(row.has("marks")).isTrue();
        assertThat(row.has("text")).isFalse();
    }
}
