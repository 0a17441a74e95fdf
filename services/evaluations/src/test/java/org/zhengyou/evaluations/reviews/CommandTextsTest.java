package org.zhengyou.evaluations.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyou.evaluations.reviews.AppraisalCommand.AttestPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalCommand.EnterPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportCommand.GiveCommentary;
import org.zhengyou.evaluations.reviews.DutyReportCommand.Measure;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.MissingReportCommand.RecordMissingReportReason;
import org.zhengyou.evaluations.reviews.MissingReportEvent.MissingReportReasonRecorded;
import org.zhengyou.evaluations.reviews.ReviewResultCommand.DetermineReviewResult;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Personal;

/** A command that reaches a log line by accident says nothing that its event keeps sealed. */
class CommandTextsTest {
    private static final String WORDS = "不可外传";
    private static final int COUNT = 47_110;

    /** Each event with sealed values, and the command that says them in clear. */
    private static final Map<Class<?>, Class<? extends Record>> SAID_BY =
            Map.of(
                    DutyReportFiled.class, FileDutyReport.class,
                    CommentaryGiven.class, GiveCommentary.class,
                    PaperTallyEntered.class, EnterPaperTally.class,
                    ReviewResultDetermined.class, DetermineReviewResult.class,
                    MissingReportReasonRecorded.class, RecordMissingReportReason.class);

    static List<Class<? extends Record>> commands() {
        List<Class<? extends Record>> commands = new ArrayList<>(SAID_BY.values());
        // Its event keeps no count, and nothing of the count is known before the close.
        commands.add(AttestPaperTally.class);
        commands.add(Measure.class);
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_text_and_no_count_is_in_the_text_of_a_command(Class<? extends Record> command)
            throws ReflectiveOperationException {
        Object said = some(command);
        assertThat(Json.tolerant().writeValueAsString(said)).containsAnyOf(WORDS, "" + COUNT);
        assertThat(said.toString())
                .startsWith(command.getSimpleName() + "[")
                .doesNotContain(WORDS, "" + COUNT, "GRADE", Grade.EXCELLENT.name());
    }

    /** An event that begins to seal something is missed above until its command is named. */
    @Test
    void every_event_with_sealed_values_is_named() {
        Set<Class<?>> sealing = new HashSet<>();
        for (Class<?> events : List.of(ReviewEvent.class, MissingReportEvent.class))
            for (Class<?> event : leaves(events)) if (holdsPersonal(event)) sealing.add(event);
        assertThat(sealing).isEqualTo(SAID_BY.keySet());
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) return List.of(type);
        List<Class<?>> leaves = new ArrayList<>();
        for (Class<?> each : type.getPermittedSubclasses()) leaves.addAll(leaves(each));
        return leaves;
    }

    private static boolean holdsPersonal(Class<?> type) {
        if (type == Personal.class) return true;
        if (!type.isRecord()) return false;
        for (RecordComponent part : type.getRecordComponents())
            if (holdsPersonal(part.getType()) || holdsPersonal(element(part.getGenericType())))
                return true;
        return false;
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> one
                ? one
                : Object.class;
    }

    private static Object some(Class<?> type) throws ReflectiveOperationException {
        if (type == String.class) return WORDS;
        if (type == int.class) return COUNT;
        if (type == boolean.class) return false;
        if (type == LocalDate.class) return LocalDate.parse("2010-12-31");
        if (type.isEnum()) return type.getEnumConstants()[0];
        if (Identifier.class.isAssignableFrom(type))
            return type.getConstructor(String.class).newInstance("some-id");
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            values[i] =
                    types[i] == List.class
                            ? List.of(some(element(parts[i].getGenericType())))
                            : some(types[i]);
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }
}
