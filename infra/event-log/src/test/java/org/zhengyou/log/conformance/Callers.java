package org.zhengyou.log.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers that start at the same moment. */
public final class Callers {
    private Callers() {}

    /** What each of them got: a value, or the exception it met. */
    public static <T> List<Object> at(int callers, IntFunction<Callable<T>> work) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Object> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                Callable<T> own = work.apply(i);
                running.add(
                        threads.submit(
                                () -> {
                                    go.await();
                                    return own.call();
                                }));
            }
            go.countDown();
            for (Future<T> one : running) {
                outcomes.add(outcome(one));
            }
        }
        return outcomes;
    }

    private static <T> Object outcome(Future<T> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        }
    }
}
