package org.zhengyou.organizations.offices;

import org.zhengyou.kit.decide.Identifier;

/** 任职 (S90). Identifies an appointment. */
public record AppointmentId(String value) implements Identifier {
    /** Checks the form. */
    public AppointmentId {
        value = Identifier.checked(value);
    }
}
