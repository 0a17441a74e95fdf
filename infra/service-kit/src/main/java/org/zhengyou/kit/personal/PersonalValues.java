package org.zhengyou.kit.personal;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose personal values a record carries. */
public final class PersonalValues {
    private PersonalValues() {}

    /** Ids of the persons of whom there are personal values anywhere within these. */
    public static SortedSet<String> persons(Collection<?> values) {
        SortedSet<String> persons = new TreeSet<>();
        collect(values, persons);
        return persons;
    }

    private static void collect(@Nullable Object value, SortedSet<String> persons) {
        switch (value) {
            case Personal personal -> persons.add(personal.person());
            case Collection<?> some -> some.forEach(one -> collect(one, persons));
            case Map<?, ?> map -> collect(map.values(), persons);
            case Record record -> {
                for (RecordComponent part : record.getClass().getRecordComponents())
                    if (!part.getType().isPrimitive()) collect(read(record, part), persons);
            }
            case null, default -> {}
        }
    }

    private static @Nullable Object read(Record record, RecordComponent part) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(part + " cannot be read", e);
        }
    }
}
