package org.zhengyou.organizations.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;

/**
 * 党组织树 (S6, S66, F1, F2). The organisations that exist at an instant and where each stands. A
 * question dated before a merger shows the tree as it was. It names no person and is open to all
 * who sign in.
 */
public final class OrganizationTree extends View<OrganizationTree.Node, OrganizationTree.Shown> {
    /** One organisation over time. */
    public record Node(Life life) {}

    /**
     * What a reader is shown of an organisation.
     *
     * @param code its short code
     * @param labelZh its name in Chinese
     * @param labelEn its name in English
     * @param type its type
     * @param hostUnitKind kind of its unit; absent for the committee
     * @param parent the organisation above at that instant, after a merger the heir; absent for the
     *     committee
     * @param exists whether it exists at that instant
     * @param mergedInto the organisation it went into, if it did by then
     */
    public record Shown(
            String code,
            String labelZh,
            String labelEn,
            OrganizationType type,
            @Nullable HostUnitKind hostUnitKind,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String parent,
            boolean exists,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String mergedInto) {}

    /** The view; its rows are empty. */
    public OrganizationTree() {
        super("organization-tree", Node.class, Shown.class, key -> new Node(Life.UNKNOWN));
    }

    @Override
    public void on(Fact<?> fact, Documents<Node> rows) {
        Life.on(fact, (id, change) -> rows.update(id, row -> new Node(change.apply(row.life()))));
    }

    @Override
    public Audience audience(Node row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Node row) {
        Life life = row.life();
        return Index.on("code", life.established(), OrganizationEstablished::code)
                .and("labelZh", life.established(), OrganizationEstablished::labelZh)
                .and("labelEn", life.established(), OrganizationEstablished::labelEn)
                .and("type", life.established(), OrganizationEstablished::type)
                .and("hostUnitKind", life.established(), OrganizationEstablished::hostUnitKind)
                .and("parent", life.parent())
                .and("exists", Values.of(true, false))
                .and("mergedInto", life.into());
    }

    @Override
    public @Nullable Shown answer(String key, Node row, Instant asOf) {
        return row.life().establishedAt(asOf).map(e -> shown(row.life(), e, asOf)).orElse(null);
    }

    private static Shown shown(Life life, OrganizationEstablished e, Instant asOf) {
        return new Shown(
                e.code(),
                e.labelZh(),
                e.labelEn(),
                e.type(),
                e.hostUnitKind(),
                life.parent().at(asOf).orElse(null),
                life.existsAt(asOf),
                life.into().at(asOf).orElse(null));
    }
}
