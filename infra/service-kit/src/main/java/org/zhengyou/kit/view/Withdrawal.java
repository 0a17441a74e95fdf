package org.zhengyou.kit.view;

/**
 * 撤销. An event that takes back what its own service recorded before, because it was never so. The
 * first fact stays in the log; views leave it out from when the withdrawal was <em>recorded</em>:
 * whatever date is asked about, who asks for what was known before still finds it. Its effective
 * date says nothing but the day on which somebody withdrew.
 *
 * <p>The event itself says this, and so does each reader's own record of it. A view keeps what may
 * be withdrawn in a {@link Timeline} or {@link Ledger} of its own and tells it with {@code
 * without(fact.order())}.
 */
public interface Withdrawal {}
