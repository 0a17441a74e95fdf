package org.zhengyou.kit.decide;

import java.util.regex.Pattern;

/**
 * A random identifier. An identifier never contains a name, a number or a date.
 *
 * <p>In JSON an identifier is its plain string. Implementations are records with the single
 * component {@code value} and call {@link #checked} in their compact constructor.
 */
public interface Identifier {
    /**
     * What an identifier may look like: 1 to 64 letters, digits, {@code .}, {@code _} or {@code -},
     * the first a letter or digit, so that it can be part of an address.
     */
    Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The identifier as a plain string. */
    String value();

    /**
     * The value itself.
     *
     * @throws IllegalArgumentException if it does not match {@link #FORM}
     */
    static String checked(String value) {
        if (!FORM.matcher(value).matches())
            throw new IllegalArgumentException(
                    "an identifier has 1 to 64 letters, digits, '.', '_' or '-', and begins with a"
                            + " letter or a digit | 标识须为 1 至 64 个字母、数字或 . _ -，以字母或数字开头");
        return value;
    }
}
