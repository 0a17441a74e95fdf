package org.zhengyou.journal;

/** What the security journal knows. The names stand in its lines and do not change. */
public enum SecurityEvent {
    /** Somebody showed who they are. */
    SIGNED_IN,
    /** Somebody ended their session. */
    SIGNED_OUT,
    /** A name with a wrong password, or one that nobody has. */
    SIGN_IN_FAILED,
    /** More wrong passwords than are looked at. */
    SIGN_IN_THROTTLED,
    /** An access token that is damaged, has run out, or was made by or for somebody else. */
    TOKEN_REFUSED,
    /** A known person who may not do or see this. */
    ACCESS_REFUSED,
    /** More requests than one caller may send. */
    REQUESTS_THROTTLED,
    /** Somebody was given an office, a seat or a function, or it was ended. */
    POWER_CHANGED
}
