package org.zhengyou.bench.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process that does what it is told, line by line: <code>task word word …</code>, and answers
 * each line with one: <code>= name=number …</code>, or <code>! reason</code>. Whatever else is
 * printed does not begin like that. Ends when its input ends.
 */
public final class Worker {
    private static final String DONE = "= ";
    private static final String FAILED = "! ";

    private final Map<String, Task> tasks;

    /** One that knows these tasks by their names. */
    public Worker(Map<String, Task> tasks) {
        this.tasks = Map.copyOf(tasks);
    }

    /** Something to do. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does it.
         *
         * @param words what came after the task's name
         * @return figures by their names, which have no space in them
         */
        Map<String, Double> run(List<String> words) throws Exception;
    }

    /** Works until the input ends; says first that it is there. */
    public void serve() throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(DONE);
        for (String line = in.readLine(); line != null; line = in.readLine())
            System.out.println(answer(line));
    }

    /** What is answered to a line. */
    String answer(String line) {
        List<String> words = List.of(line.split(" ", -1));
        Task task = tasks.get(words.getFirst());
        if (task == null) return FAILED + "no such task: " + line;
        try {
            return text(task.run(words.subList(1, words.size())));
        } catch (Exception e) {
            return FAILED + line + ": " + e.toString().replace('\n', ' ');
        }
    }

    private static String text(Map<String, Double> figures) {
        StringBuilder line = new StringBuilder(DONE);
        new TreeMap<>(figures).forEach((k, v) -> line.append(k).append('=').append(v).append(' '));
        return line.toString();
    }

    /** Whether a line is an answer. */
    public static boolean isAnswer(String line) {
        return line.startsWith(DONE) || line.startsWith(FAILED);
    }

    /**
     * The figures of an answer.
     *
     * @throws IllegalStateException if the task failed
     */
    public static Map<String, Double> figures(String answer) {
        if (answer.startsWith(FAILED)) throw new IllegalStateException(answer);
        Map<String, Double> figures = new HashMap<>();
        for (String figure : answer.substring(DONE.length()).split(" ", -1)) {
            int at = figure.indexOf('=');
            if (at > 0)
                figures.put(figure.substring(0, at), Double.valueOf(figure.substring(at + 1)));
        }
        return figures;
    }
}
