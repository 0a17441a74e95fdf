package org.zhengyou.kit.spec;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Identifier;

/** The ids that a command names, in whatever field. */
final class NamedIds {
    private NamedIds() {}

    static Set<String> of(Object command) {
        Set<String> ids = new HashSet<>();
        add(command, ids);
        return ids;
    }

    private static void add(@Nullable Object value, Set<String> ids) {
        switch (value) {
            case null -> {}
            case Identifier id -> ids.add(id.value());
            case String text -> ids.add(text);
            case Collection<?> many -> many.forEach(one -> add(one, ids));
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents())
                    add(part(component, record), ids);
            }
            default -> {}
        }
    }

    /** What this component of a record is. */
    static @Nullable Object part(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record shows its parts", e);
        }
    }
}
