package org.zhengyou.kit.view;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Function;

/** 名录. A view that decisions look things up in and that nobody reads: it has no answers. */
public abstract class Directory<R extends Record> extends View<R, R> {
    /** A directory; see {@link View}. */
    protected Directory(String name, Class<R> rowType, Function<String, R> empty) {
        super(name, rowType, rowType, empty);
    }

    @Override
    public final Audience audience(R row) {
        return Audience.NOBODY;
    }

    @Override
    public final @Nullable R answer(String key, R row, Instant asOf) {
        return null;
    }
}
