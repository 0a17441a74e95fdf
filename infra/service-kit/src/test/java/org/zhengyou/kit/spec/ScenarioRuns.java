package org.zhengyou.kit.spec;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The scenarios of one service, run again and again within this process, on this thread. */
final class ScenarioRuns {
    private static final String SCENARIO = DeciderScenario.class.getName().replace('.', '/');

    private final Launcher launcher =
            LauncherFactory.create(
                    LauncherConfig.builder()
                            .enableTestExecutionListenerAutoRegistration(false)
                            .enableLauncherSessionListenerAutoRegistration(false)
                            .build());
    private final Map<String, Set<String>> users = new TreeMap<>();

    private ScenarioRuns() {}

    /** Runs all test classes of the package that have scenarios, with nothing left out. */
    static ScenarioRuns in(String testPackage) {
        List<Class<?>> tests =
                ReflectionSupport.findAllClassesInPackage(
                        testPackage, ScenarioRuns::hasScenarios, name -> name.endsWith("Test"));
        if (tests.isEmpty()) throw new AssertionError("no scenarios in " + testPackage);
        ScenarioRuns runs = new ScenarioRuns();
        runs.recordUsers(tests);
        return runs;
    }

    /** By part of a decider, the ids of the tests that would see it left out. */
    Map<String, Set<String>> users() {
        return Collections.unmodifiableMap(users);
    }

    /** Whether one of these tests goes red under this mutation. */
    boolean anyRed(Set<String> tests, Mutation mutation) {
        if (tests.isEmpty()) return false;
        Watch watch = new Watch();
        run(tests.stream().map(id -> selectUniqueId(id)).toList(), mutation, watch);
        return watch.red != null;
    }

    private void recordUsers(List<Class<?>> tests) {
        Watch watch = new Watch();
        Mutation nothing =
                part -> {
                    users.computeIfAbsent(part, p -> new TreeSet<>()).add(watch.running);
                    return false;
                };
        run(tests.stream().map(type -> selectClass(type)).toList(), nothing, watch);
        if (watch.red != null)
            throw new AssertionError("red with nothing left out: " + watch.running, watch.red);
    }

    private void run(List<? extends DiscoverySelector> tests, Mutation mutation, Watch watch) {
        Mutation.IN_FORCE.set(mutation);
        try {
            launcher.execute(
                    LauncherExecutionRequestBuilder.request(
                                    LauncherDiscoveryRequestBuilder.request()
                                            .selectors(tests)
                                            .configurationParameter(
                                                    "junit.jupiter.execution.parallel.enabled",
                                                    "false")
                                            .build())
                            .listeners(watch)
                            .cancellationToken(watch.enough)
                            .build());
        } finally {
            Mutation.IN_FORCE.remove();
        }
    }

    private static boolean hasScenarios(Class<?> type) {
        String file = '/' + type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            if (bytes == null || type.getName().endsWith("HttpTest")) return false;
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains(SCENARIO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Knows which test runs, and stops at the first one that is red. */
    private static final class Watch implements TestExecutionListener {
        private final CancellationToken enough = CancellationToken.create();
        private String running = "";
        private @Nullable Throwable red;

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isTest() && red == null) running = test.getUniqueId();
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() != TestExecutionResult.Status.FAILED || red != null) return;
            red = result.getThrowable().orElseGet(() -> new AssertionError("without a reason"));
            enough.cancel();
        }
    }
}
