package org.zhengyou.organizations.register;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;
import org.zhengyou.organizations.register.OrganizationEvent.PutsUnder;

/**
 * 下级党组织 (S6, S66). What was put under an organisation, when it was established or by a merger.
 *
 * @param children ids in their order, whether they still exist or not
 * @param last the latest instant at which something was put there, or merged into it
 */
record Below(SortedSet<String> children, Instant last) {
    private static final String NOTHING = "-";

    /** What was put under an organisation; under nothing stands the university committee. */
    static final Ground<Below> GROUND =
            Ground.of(
                    "under",
                    PutsUnder.class,
                    new Below(new TreeSet<>(), Instant.MIN),
                    Below::after);

    /** The tag of what is put under this organisation; null for what stands under none. */
    static Tag tag(@Nullable OrganizationId above) {
        return above == null ? GROUND.tag(NOTHING) : GROUND.tag(above);
    }

    /** Whether something was put there, or merged into it, after this instant. */
    boolean isUsedAfter(Instant at) {
        return last.isAfter(at);
    }

    private Below after(Told<PutsUnder> told) {
        SortedSet<String> more = new TreeSet<>(children);
        switch (told.event()) {
            case OrganizationEstablished e -> more.add(e.organization().value());
            case OrganizationsMerged e -> e.moved().forEach(id -> more.add(id.value()));
        }
        return new Below(more, told.isTrueAt(last) ? last : told.effectiveAt());
    }
}
