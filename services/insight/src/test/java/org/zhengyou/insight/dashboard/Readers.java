package org.zhengyou.insight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Reader;

/** Who may be told figures. */
final class Readers {
    private Readers() {}

    /**
     * Whether one who holds a function over this organisation is admitted; auditors and the
     * committee must be, and others may not.
     */
    static boolean admitted(Audience audience, String led) {
        assertThat(audience.admits(reader("", true, false))).isTrue();
        assertThat(audience.admits(reader("", false, true))).isTrue();
        assertThat(audience.admits(reader("elsewhere", false, false))).isFalse();
        return audience.admits(reader(led, false, false));
    }

    private static Reader reader(String led, boolean auditor, boolean committee) {
        return new Reader() {
            @Override
            public String person() {
                return "somebody";
            }

            @Override
            public boolean isAuditor() {
                return auditor;
            }

            @Override
            public boolean isAtCommittee() {
                return committee;
            }

            @Override
            public boolean holds(OfficeFunction function, String organization) {
                return led.equals(organization);
            }
        };
    }
}
