package org.zhengyou.kit.authority;

import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** 机构职能 (S93). Which functions a leading group, campaign office or working group was granted. */
public final class BodyDirectory extends Directory<BodyDirectory.Functions> {
    /** The functions of one body, each from when it was granted. */
    public record Functions(Map<OfficeFunction, Timeline<Boolean>> granted) {
        /** Copies the map. */
        public Functions {
            granted = Map.copyOf(granted);
        }

        /** Whether the body had this function at this instant. */
        public boolean had(OfficeFunction function, Instant asOf) {
            Timeline<Boolean> since = granted.get(function);
            return since != null && since.at(asOf).orElse(false);
        }
    }

    /** The view; its rows are empty. */
    public BodyDirectory() {
        super("body-directory", Functions.class, key -> new Functions(Map.of()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Functions> rows) {
        if (!(fact.event() instanceof FunctionGranted e)) return;
        rows.update(
                e.body(),
                row -> {
                    Map<OfficeFunction, Timeline<Boolean>> more =
                            new EnumMap<>(OfficeFunction.class);
                    more.putAll(row.granted());
                    more.merge(
                            e.function(),
                            Timeline.<Boolean>empty().with(fact.order(), true),
                            (old, one) -> old.with(fact.order(), true));
                    return new Functions(more);
                });
    }
}
