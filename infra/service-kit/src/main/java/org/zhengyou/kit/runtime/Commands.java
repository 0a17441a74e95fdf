package org.zhengyou.kit.runtime;

/**
 * The command path of one service, the same for requests, policies and imports. Blocks the calling
 * thread, which is best a virtual one.
 */
public interface Commands {
    /**
     * Decides and, if there are events, appends them.
     *
     * @throws org.zhengyou.kit.decide.Refusal if a rule says no, or if others changed the same
     *     thing again and again meanwhile ({@code CONCURRENT_CHANGE})
     * @throws KeyReusedException if another command was sent under the same key before
     * @throws org.zhengyou.log.AppendOutcomeUnknownException if it cannot be told whether the
     *     events were recorded: ask again with the same key
     * @throws IllegalArgumentException if it is not a command of this service
     */
    CommandResult send(CommandEnvelope envelope);

    /**
     * Decides as {@link #send} would now and appends nothing. A request key plays no part and stays
     * unused.
     *
     * @throws org.zhengyou.kit.decide.Refusal if a rule says no
     * @throws org.zhengyou.kit.validation.InvalidCommandException if nothing may be known of this
     *     command beforehand
     */
    Preview preview(CommandEnvelope envelope);
}
