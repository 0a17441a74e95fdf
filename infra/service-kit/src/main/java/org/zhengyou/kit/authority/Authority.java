package org.zhengyou.kit.authority;

import java.util.Optional;

/**
 * 权限 (S93, S95). What the actor was entitled to on the effective date of the command, from the
 * appointments known to this service. Each method that succeeds is recorded as the authority of the
 * events that follow.
 *
 * <p>Every {@code require…} throws a {@code Refusal} with {@code ACTOR_LACKS_AUTHORITY} that says
 * which office would do.
 */
public interface Authority {
    /** On what the act rests: clause and appointment, or empty if nothing was asked yet. */
    Optional<String> grounds();

    /**
     * The actor holds, over this organisation or one above it, an office that carries the function.
     *
     * @param clause the clause that gives the function, e.g. {@code S53}
     */
    void require(OfficeFunction function, String organization, String clause);

    /**
     * The actor holds an office of this organisation itself, or of the one it was merged into, that
     * carries the function. No superior will do: for what an organisation must say with its own
     * mouth.
     */
    void requireOwn(OfficeFunction function, String organization, String clause);

    /** The actor holds an office of the university Party committee that carries the function. */
    void requireCommittee(OfficeFunction function, String clause);

    /**
     * The actor is secretary or deputy secretary of the university Party committee, by that office.
     * A seat in a body will not do, whatever it was granted: for what only the committee itself
     * says.
     */
    void requireCommitteeOffice(String clause);

    /**
     * The actor is secretary of the university Party committee, by that office, or may do as in
     * {@link #requireAboveCommittee}: for what stands above all other offices of the committee.
     */
    void requireCommitteeSecretary(String clause);

    /**
     * The actor has the token role {@code SETUP}, by which is brought in what was decided above the
     * university Party committee: nobody within the university stands above its secretary.
     */
    void requireAboveCommittee(String clause);

    /** The actor is this person. */
    void requireSelf(String person, String clause);

    /**
     * The actor does not act through somebody else: for what two people must do, each for
     * themselves. Records nothing.
     *
     * @throws org.zhengyou.kit.decide.Refusal {@code CONFLICT_OF_INTEREST} if somebody acts in the
     *     actor's place
     */
    void requireInPerson(String clause);

    /**
     * The actor is this person, or holds an office that carries the function over the organisation.
     */
    void requireSelfOr(String person, OfficeFunction function, String organization, String clause);

    /**
     * As {@link #requireCommittee}, but as long as no office was ever filled, whoever has the token
     * role {@code SETUP} may act too: somebody must appoint the first secretary.
     */
    void requireCommitteeOrSetup(OfficeFunction function, String clause);

    /** Whether the actor holds an office that carries the function; records nothing. */
    boolean holds(OfficeFunction function, String organization);

    /**
     * Whether this other person held, at the effective time, an office that carries the function
     * over the organisation.
     */
    boolean held(String person, OfficeFunction function, String organization);

    /** Whether this person was, at the effective time, secretary of exactly this organisation. */
    boolean wasSecretary(String person, String organization);

    /**
     * Whether this other person held, at the effective time, an office of the university Party
     * committee.
     */
    boolean wasAtCommittee(String person);
}
