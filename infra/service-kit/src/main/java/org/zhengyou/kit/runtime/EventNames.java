package org.zhengyou.kit.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.view.AnyEvent;

/**
 * The stable names of events and commands of one service, {@code <service>.<Event>}, and the
 * records they are read with. A stored name never depends on a package or a Java class name alone.
 */
public final class EventNames {
    /** The service whose facts authority rests on. */
    public static final String ORGANIZATIONS = "organizations";

    private final String service;
    private final Map<Class<?>, String> nameOf = new HashMap<>();
    private final Map<String, Class<?>> ownEvent = new TreeMap<>();
    private final Map<String, Class<?>> command = new TreeMap<>();
    private final Map<String, List<Class<?>>> readers = new TreeMap<>();

    /** Services of which every event is read by its envelope. */
    private final Set<String> whole = new TreeSet<>();

    private EventNames(Service service) {
        this.service = service.name();
        for (Decider<?, ?, ?> decider : service.deciders()) {
            leaves(decider.emits()).forEach(this::own);
            leaves(decider.commands()).forEach(type -> unique(command, type.getSimpleName(), type));
        }
        service.listensTo().forEach((source, types) -> types.forEach(t -> reads(source, t)));
        AppointmentFacts.ALL.forEach(type -> reads(ORGANIZATIONS, type));
    }

    /**
     * The names of this service.
     *
     * @throws IllegalStateException if two events or two commands would have one name
     */
    public static EventNames of(Service service) {
        return new EventNames(service);
    }

    /** The stored name of an own event. */
    public String name(Class<?> event) {
        String name = nameOf.get(event);
        if (name == null)
            throw new IllegalArgumentException("not an event of " + service + ": " + event);
        return name;
    }

    /** The own events by stored name. */
    public Map<String, Class<?>> ownEvents() {
        return Collections.unmodifiableMap(ownEvent);
    }

    /** The commands by simple name. */
    public Map<String, Class<?>> commands() {
        return Collections.unmodifiableMap(command);
    }

    /** The record that an own event of this stored name is read with. */
    public Optional<Class<?>> ownEvent(String name) {
        return Optional.ofNullable(ownEvent.get(name));
    }

    /** All records that an event of this stored name is read with, own and readers' ones. */
    public List<Class<?>> readers(String name) {
        List<Class<?>> known = readers.getOrDefault(name, List.of());
        if (!whole.contains(source(name))) return known;
        List<Class<?>> all = new ArrayList<>(known);
        all.add(AnyEvent.class);
        return all;
    }

    private static String source(String name) {
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }

    /** Other services whose events this one reads. */
    public Set<String> sources() {
        Set<String> sources = new TreeSet<>(whole);
        for (String name : readers.keySet()) sources.add(source(name));
        sources.remove(service);
        return sources;
    }

    private void own(Class<?> type) {
        String name = service + "." + type.getSimpleName();
        unique(ownEvent, name, type);
        nameOf.put(type, name);
        readers.computeIfAbsent(name, n -> new ArrayList<>()).add(type);
    }

    private void reads(String source, Class<?> type) {
        if (type == AnyEvent.class) {
            whole.add(source);
            return;
        }
        readers.computeIfAbsent(source + "." + type.getSimpleName(), n -> new ArrayList<>())
                .add(type);
    }

    private static void unique(Map<String, Class<?>> map, String name, Class<?> type) {
        Class<?> other = map.putIfAbsent(name, type);
        if (other != null && other != type)
            throw new IllegalStateException(name + " is both " + other + " and " + type);
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) return List.of(type);
        List<Class<?>> leaves = new ArrayList<>();
        Arrays.stream(type.getPermittedSubclasses()).forEach(c -> leaves.addAll(leaves(c)));
        return leaves;
    }
}
