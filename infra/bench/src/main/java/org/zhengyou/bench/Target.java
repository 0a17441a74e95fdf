package org.zhengyou.bench;

import java.util.List;

/**
 * A figure and what it is to be.
 *
 * @param limit the target
 * @param atLeast whether more is better
 */
record Target(double limit, boolean atLeast, String what, double measured) {
    static Target atLeast(double limit, String what, double measured) {
        return new Target(limit, true, what, measured);
    }

    static Target atMost(double limit, String what, double measured) {
        return new Target(limit, false, what, measured);
    }

    boolean isMet() {
        return atLeast ? measured >= limit : measured <= limit;
    }

    /** What, target, measured, and by how much it is missed for which reason. */
    List<String> row(String reason) {
        double off = 100 * Math.abs(measured - limit) / limit;
        String missed =
                "missed by %.0f %%".formatted(off) + (reason.isEmpty() ? "" : ": " + reason);
        return List.of(
                what,
                (atLeast ? "≥ " : "≤ ") + (isFine() ? "%.2f" : "%,.0f").formatted(limit),
                (isFine() ? "%.2f" : measured < 100 ? "%.1f" : "%,.0f").formatted(measured),
                isMet() ? "met" : missed);
    }

    private boolean isFine() {
        return limit != Math.rint(limit);
    }
}
