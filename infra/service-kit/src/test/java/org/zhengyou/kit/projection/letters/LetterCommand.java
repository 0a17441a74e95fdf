package org.zhengyou.kit.projection.letters;

/** What may be done with letters. */
public sealed interface LetterCommand {
    /** The letter it is about. */
    LetterId letter();

    /** Somebody writes a letter. */
    record WriteLetter(LetterId letter, String to, String text) implements LetterCommand {}

    /** A letter is marked. */
    record MarkLetter(LetterId letter, String mark) implements LetterCommand {}
}
