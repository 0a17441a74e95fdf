package org.zhengyou.kit.openapi;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.decide.Undisclosed;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client must know of a command beside its fields. */
final class CommandNotes {
    private static final Pattern CLAUSE = Pattern.compile("\\b(?:S\\d+|P-[A-Z0-9-]+)");

    private CommandNotes() {}

    static void addTo(ObjectNode operation, Class<?> command) {
        Allowed[] allowed = command.getAnnotationsByType(Allowed.class);
        ArrayNode clauses = operation.putArray("x-clauses");
        clauses(command, allowed).forEach(clauses::add);
        ArrayNode all = operation.putArray("x-allowed");
        for (Allowed one : allowed) {
            ObjectNode ground = all.addObject();
            ArrayNode functions = ground.putArray("function");
            for (var function : one.function()) functions.add(function.name());
            ground.put("level", one.level().name());
            if (!one.over().isEmpty()) ground.put("over", one.over());
            ArrayNode by = ground.putArray("clauses");
            for (String clause : one.clause()) by.add(clause);
        }
        operation.put("x-may-lie-ahead", command.isAnnotationPresent(MayLieAhead.class));
        operation.put("x-undisclosed", command.isAnnotationPresent(Undisclosed.class));
    }

    /** Those that its Javadoc names, and those that give the authority. */
    private static Set<String> clauses(Class<?> command, Allowed[] allowed) {
        Set<String> clauses = new TreeSet<>();
        Matcher named = CLAUSE.matcher(RecordSchemas.describe(command));
        while (named.find()) clauses.add(named.group());
        for (Allowed one : allowed) clauses.addAll(Arrays.asList(one.clause()));
        return clauses;
    }
}
