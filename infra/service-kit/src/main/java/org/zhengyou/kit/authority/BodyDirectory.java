package org.zhengyou.kit.authority;

import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;

import java.time.Instant;

/** 机构职能 (S93). Which functions a leading group, campaign office or working group was granted. */
public final class BodyDirectory extends Directory<BodyDirectory.Functions> {
    /** The functions of one body, each from when it was granted. */
    public record Functions(Firsts<OfficeFunction> granted) {
        /** Whether the body had this function at this instant. */
        public boolean had(OfficeFunction function, Instant asOf) {
            return granted.isSo(function, asOf);
        }
    }

    /** The directory. */
    public BodyDirectory() {
        super("body-directory", Functions.class, key -> new Functions(Firsts.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Functions> rows) {
        if (fact.event() instanceof FunctionGranted e)
            rows.update(
                    e.body(), row -> new Functions(row.granted().with(e.function(), fact.order())));
    }
}
