package org.zhengyou.standalone.identity;

import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Whether somebody may still come in by their account: asked of the register of members after each
 * right password and before each token, so that an account that was unlinked opens nothing. The
 * demo people need no link.
 */
final class LinkedAccounts {
    private final MembersDoor members;
    private final OpenSignIns signIns;

    LinkedAccounts(MembersDoor members, OpenSignIns signIns) {
        this.members = members;
        this.signIns = signIns;
    }

    /** The password is right, but the account was unlinked. */
    static final class Unlinked extends AuthenticationException {
        Unlinked() {
            super("the account is not linked any more");
        }
    }

    /**
     * Goes on if this person's account is linked.
     *
     * @throws Unlinked if it is not
     * @throws InternalAuthenticationServiceException if the register does not answer
     */
    void require(String person) {
        try {
            if (members.isLinked(person)) return;
        } catch (MembersDoor.Unreachable e) {
            throw new InternalAuthenticationServiceException("not known now", e);
        }
        signIns.endAllOf(person);
        throw new Unlinked();
    }

    /** Goes on if this person may be given a token. */
    void requireForToken(String person) {
        if (DemoPeople.isOne(person)) return;
        try {
            require(person);
        } catch (Unlinked e) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT), e);
        } catch (InternalAuthenticationServiceException e) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE), e);
        }
    }
}
