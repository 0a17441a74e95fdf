package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_CAST;
import static org.zhengyou.kit.decide.RefusalCode.CONCURRENT_CHANGE;
import static org.zhengyou.kit.decide.RefusalCode.DRAW_NOT_COMMITTED;
import static org.zhengyou.kit.decide.RefusalCode.SELF_ACCEPTANCE;
import static org.zhengyou.standalone.identity.DemoPeople.COMMITTEE_SECRETARY;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.log.Condition;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.Criterion;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.standalone.Http.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Every reason for which a rule says no, through the front door. A code that a rule begins to use
 * is missed here until a request reaches it.
 */
class RefusalsTest {
    /** Of ballots by name, rectification and inspection, for which there are no rules yet. */
    private static final Set<RefusalCode> OF_NO_RULE_YET =
            Set.of(ALREADY_CAST, SELF_ACCEPTANCE, DRAW_NOT_COMMITTED);

    private static final int OTHERS = 8;

    @SuppressWarnings("NullAway.Init")
    private static SmallUniversity university;

    @BeforeAll
    static void play(@TempDir Path folder) {
        university = SmallUniversity.start(folder);
    }

    @AfterAll
    static void stop() {
        university.close();
    }

    @TestFactory
    Stream<DynamicTest> each_code_is_the_answer_to_a_request_that_changes_nothing() {
        return RefusedRequest.all()
                .map(each -> dynamicTest(each.code().name(), () -> isRefused(each)));
    }

    private static void isRefused(RefusedRequest expected) {
        Map<String, Long> heads = university.heads();
        Answer answer =
                university.send(expected.by(), expected.day(), expected.command(), expected.body());

        says(answer, expected.code(), expected.status(), expected.clause());
        assertThat(university.heads()).isEqualTo(heads);
    }

    private static void says(Answer answer, RefusalCode code, int status, String clause) {
        assertThat(answer.problem()).as(answer.text()).isEqualTo(code.name());
        assertThat(answer.status()).isEqualTo(status);
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asString()).isEqualTo("urn:zhengyou:refusal:" + code);
        assertThat(problem.path("clause").asString()).isEqualTo(clause);
    }

    /**
     * Others say something about the campaign without a pause, so that whatever is decided is out
     * of date before it can be recorded.
     */
    @Test
    void what_others_forestall_again_and_again_is_given_up_and_leaves_nothing() throws Exception {
        EventLog log = university.log("activities");
        List<String> asked = new ArrayList<>();
        Answer answer;
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> others = new ArrayList<>();
            for (int i = 0; i < OTHERS; i++)
                others.add(threads.submit(() -> repeatUntil(enough, log)));
            try {
                answer =
                        Eventually.eventually(
                                "all the others are always faster",
                                () -> plan(asked),
                                one -> one.status() != 200);
            } finally {
                enough.set(true);
            }
            for (Future<?> other : others) other.get();
        }

        says(answer, CONCURRENT_CHANGE, 409, "P-ONE-BY-ONE");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(StoppedLogs.all(log)).noneMatch(e -> e.payload().contains(asked.getLast()));
    }

    private static Answer plan(List<String> asked) {
        String activity = UUID.randomUUID().toString();
        asked.add(activity);
        return university.send(
                COMMITTEE_SECRETARY,
                "2010-09-13",
                "activities/PlanActivity",
                SmallCampaign.activity(activity, "2010-09-20"));
    }

    private static void repeatUntil(AtomicBoolean enough, EventLog log) {
        Criterion phases =
                new Criterion(Set.of("campaign=campaign"), Set.of("activities.PhaseDefined"));
        StoredEvent said = log.read(Criteria.of(phases), 0, log.head()).getLast();
        while (!enough.get()) log.append(List.of(again(said)), Condition.none());
    }

    private static NewEvent again(StoredEvent said) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                said.type(),
                said.version(),
                said.effectiveAt(),
                said.tags(),
                said.metadata(),
                said.payload());
    }

    @Test
    void every_code_that_the_house_uses_is_reached_here_and_no_other_one_is_defined() {
        List<RefusalCode> reached =
                new ArrayList<>(RefusedRequest.all().map(RefusedRequest::code).toList());
        reached.add(CONCURRENT_CHANGE);

        assertThat(reached).containsExactlyInAnyOrderElementsOf(used());
        Set<RefusalCode> unused = EnumSet.allOf(RefusalCode.class);
        unused.removeAll(used());
        assertThat(unused).isEqualTo(OF_NO_RULE_YET);
    }

    /** By the compiled classes. How a code looks over HTTP is said for all of them. */
    private static Set<RefusalCode> used() {
        JavaClass codes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.zhengyou")
                        .get(RefusalCode.class);
        Set<RefusalCode> used = EnumSet.noneOf(RefusalCode.class);
        for (JavaFieldAccess access : codes.getFieldAccessesToSelf()) {
            JavaClass user = access.getOriginOwner();
            if (!user.equals(codes) && !user.getPackageName().equals("org.zhengyou.kit.http"))
                used.add(RefusalCode.valueOf(access.getTarget().getName()));
        }
        return used;
    }
}
