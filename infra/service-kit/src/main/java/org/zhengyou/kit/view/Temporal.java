package org.zhengyou.kit.view;

/**
 * What a row keeps over time, entry by entry with the {@link Order} of the fact that said it, so
 * that it can be cut: {@code fold(all facts).within(cut)} equals {@code fold(facts within the
 * cut)}, see {@link Fact#isWithin}.
 *
 * @param <T> the type itself
 */
public sealed interface Temporal<T> permits Timeline, Ledger, Firsts {
    /** What would be kept had only the facts within the cut been folded. */
    T within(Cut cut);

    /** Whether nothing is kept. */
    boolean isEmpty();
}
