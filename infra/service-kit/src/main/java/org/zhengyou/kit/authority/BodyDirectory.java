package org.zhengyou.kit.authority;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/** 机构职能 (S93). Which functions a leading group, campaign office or working group was granted. */
public final class BodyDirectory implements View<BodyDirectory.Functions> {
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

    @Override
    public String name() {
        return "body-directory";
    }

    @Override
    public Class<Functions> row() {
        return Functions.class;
    }

    @Override
    public Functions empty(String key) {
        return new Functions(Map.of());
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
