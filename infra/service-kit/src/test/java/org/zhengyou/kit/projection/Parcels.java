package org.zhengyou.kit.projection;

import static org.zhengyou.kit.view.Audience.AUDITORS;
import static org.zhengyou.kit.view.Audience.leadersOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/** A view with a field of every type, each of which changes over time. */
class Parcels extends View<Parcels.Row, Parcels.Shown> {
    /** How a parcel is sent; not in the order of the names. */
    enum Kind {
        SLOW,
        FAST,
        BULKY
    }

    /** What is said of a parcel at once. */
    record Said(
            String at,
            Kind kind,
            int weight,
            @Nullable LocalDate due,
            @Nullable String title,
            List<String> marks,
            String remark,
            Personal sender) {}

    /** A parcel. */
    record Row(String owner, Timeline<Said> said) {
        Row with(Order order, Said more) {
            return new Row(owner, said.with(order, more));
        }
    }

    /** A parcel as it is shown. */
    record Shown(
            String at,
            Kind kind,
            int weight,
            @Nullable LocalDate due,
            @Nullable String title,
            List<String> marks,
            String remark,
            Personal sender) {}

    Parcels() {
        super("parcels", Row.class, Shown.class, key -> new Row(owner(key), Timeline.empty()));
    }

    /** Each tenth parcel has the same owner. */
    static String owner(String key) {
        return "p" + Math.floorMod(key.hashCode(), 10);
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {}

    @Override
    public Audience audience(Row row) {
        return AUDITORS.and(self(row.owner()))
                .and(leadersOf(org.zhengyou.kit.view.Values.of(row.said(), Said::at)));
    }

    @Override
    public Index index(Row row) {
        return Index.on("at", row.said(), Said::at)
                .and("kind", row.said(), Said::kind)
                .and("weight", row.said(), Said::weight)
                .and("due", row.said(), said -> java.util.Optional.ofNullable(said.due()))
                .and("title", row.said(), said -> java.util.Optional.ofNullable(said.title()))
                .and("marks", row.said(), Said::marks);
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        return row.said()
                .at(asOf)
                .map(
                        s ->
                                new Shown(
                                        s.at(),
                                        s.kind(),
                                        s.weight(),
                                        s.due(),
                                        s.title(),
                                        s.marks(),
                                        s.remark(),
                                        s.sender()))
                .orElse(null);
    }
}
