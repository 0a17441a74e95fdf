package org.zhengyou.kit.runtime;

/** The same actor sent another command under the same key before: the key says nothing any more. */
public final class KeyReusedException extends RuntimeException {
    KeyReusedException() {
        super("this key was used for another command", null, false, false);
    }
}
