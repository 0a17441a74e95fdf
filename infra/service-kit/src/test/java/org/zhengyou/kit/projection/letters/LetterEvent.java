package org.zhengyou.kit.projection.letters;

/** What happened to letters. */
public sealed interface LetterEvent {
    /** The letter it is about. */
    LetterId letter();

    /** It was written, or written anew. */
    record LetterWritten(LetterId letter, String to, String text) implements LetterEvent {}

    /** It was marked. */
    record LetterMarked(LetterId letter, String mark) implements LetterEvent {}
}
