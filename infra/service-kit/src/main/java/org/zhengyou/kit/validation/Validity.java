package org.zhengyou.kit.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.BeanDescriptor;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Identifier;

/**
 * Whether a command is what its record's annotations say. The same for requests, imports, policies
 * and tests.
 */
public final class Validity {
    /** An entry is {@code problems[2].<list element>}, or {@code themes[].<…>} of a set. */
    private static final String ELEMENT = ".<";

    @SuppressWarnings("resource") // lives as long as the process
    private static final Validator VALIDATOR =
            Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .messageInterpolator(new Words())
                    .externalClassLoader(Validity.class.getClassLoader())
                    .buildValidatorFactory()
                    .getValidator();

    private record Part(RecordComponent component, boolean constrained) {
        @Nullable Object of(Record record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record shows its parts: " + component, e);
            }
        }
    }

    private static final ClassValue<List<Part>> PARTS =
            new ClassValue<>() {
                @Override
                protected List<Part> computeValue(Class<?> type) {
                    BeanDescriptor known = VALIDATOR.getConstraintsForClass(type);
                    return Arrays.stream(type.getRecordComponents())
                            .map(c -> part(c, known))
                            .toList();
                }
            };

    private Validity() {}

    /**
     * Goes on if this command is valid.
     *
     * @throws InvalidCommandException naming everything that is not
     */
    public static void check(Object command) {
        List<Violation> violations = of((Record) command);
        if (!violations.isEmpty()) throw new InvalidCommandException(violations);
    }

    /** Everything that is wrong with a command and the records in it. */
    public static List<Violation> of(Record record) {
        List<Violation> violations = new ArrayList<>();
        for (Part part : PARTS.get(record.getClass())) {
            String name = part.component().getName();
            Object value = part.of(record);
            if (part.constrained()) violations.addAll(ofPart(record.getClass(), name, value));
            violations.addAll(inside(name, value));
        }
        return violations.isEmpty() ? contradictions(record) : violations;
    }

    /** What is wrong with one part of a record by itself, records in it not looked into. */
    public static List<Violation> ofPart(
            Class<? extends Record> record, String name, @Nullable Object value) {
        if (PARTS.get(record).stream()
                .noneMatch(part -> part.constrained() && part.component().getName().equals(name)))
            return List.of();
        return VALIDATOR.validateValue(record, name, value).stream()
                .map(Validity::violation)
                .distinct()
                .toList();
    }

    /** What does not go together in a record whose parts are right. */
    public static List<Violation> contradictions(Record record) {
        return record instanceof Consistent consistent ? consistent.contradictions() : List.of();
    }

    private static List<Violation> inside(String path, @Nullable Object value) {
        if (value instanceof Record record && !(value instanceof Identifier))
            return of(record).stream().map(v -> v.below(path)).toList();
        List<Violation> violations = new ArrayList<>();
        if (value instanceof Collection<?> all) {
            int i = 0;
            for (Object one : all) violations.addAll(inside(path + '[' + i++ + ']', one));
        }
        return violations;
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        int element = path.indexOf(ELEMENT);
        if (element >= 0) path = path.substring(0, element);
        if (path.endsWith("[]")) path = path.substring(0, path.length() - 2);
        return Violation.of(path, violation.getMessage());
    }

    private static Part part(RecordComponent component, BeanDescriptor known) {
        AccessibleObject accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Part(component, known.getConstraintsForProperty(component.getName()) != null);
    }
}
