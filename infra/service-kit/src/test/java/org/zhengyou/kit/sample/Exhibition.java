package org.zhengyou.kit.sample;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.sample.ExhibitionCommand.CloseExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.ForgePlace;
import org.zhengyou.kit.sample.ExhibitionCommand.OpenExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.RateExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.TakePlace;
import org.zhengyou.kit.sample.ExhibitionEvent.ExhibitionClosed;
import org.zhengyou.kit.sample.ExhibitionEvent.ExhibitionOpened;
import org.zhengyou.kit.sample.ExhibitionEvent.PlaceTaken;

/** The rules of exhibitions: as many visitors as places, and a member number only once. */
public final class Exhibition {
    private static final String CLAUSE = "S57";

    /** One exhibition as far as it is known. */
    record Room(@Nullable LocalDate openedOn, int left, boolean closed, Set<String> visitors) {
        Room {
            visitors = Set.copyOf(visitors);
        }
    }

    private static final Room NONE = new Room(null, 0, false, Set.of());
    private static final Ground<Boolean> HAS_PLACE =
            Ground.blind("visitorNumber", PlaceTaken.class, false, (taken, told) -> true);

    private Exhibition() {}

    /** The decider. */
    public static Decider<ExhibitionCommand, ExhibitionEvent, ?> decider() {
        return Decider.of("exhibition", ExhibitionCommand.class, ExhibitionEvent.class)
                .about(ExhibitionCommand::exhibition, ExhibitionEvent::exhibition)
                .restsOnEach(
                        HAS_PLACE,
                        c ->
                                c instanceof TakePlace take
                                        ? Set.of(HAS_PLACE.tag(take.number()))
                                        : Set.of())
                .alsoTagged(e -> e instanceof PlaceTaken taken ? numberOf(taken) : Set.of())
                .decides(NONE, Exhibition::decide, Exhibition::after)
                .concerning(Exhibition::concern);
    }

    private static Concern concern(ExhibitionEvent event) {
        return switch (event) {
            case ExhibitionOpened e -> Concern.ofCommittee(CLAUSE);
            case PlaceTaken e -> Concern.ofCommittee(CLAUSE).and(new VisitorId(e.visitor()));
            case ExhibitionClosed e -> Concern.ofCommittee(CLAUSE);
        };
    }

    private record VisitorId(String value) implements Identifier {}

    private static Set<Tag> numberOf(PlaceTaken taken) {
        String text = taken.number().text();
        return text == null ? Set.of() : Set.of(HAS_PLACE.tag(text));
    }

    private static List<ExhibitionEvent> decide(Room room, ExhibitionCommand command, Given given) {
        if (command instanceof OpenExhibition open) return open(room, open, given);
        if (room.openedOn() == null)
            throw refuse(NOT_ON_RECORD, CLAUSE, "there is no such exhibition");
        return switch (command) {
            case OpenExhibition open -> open(room, open, given);
            case TakePlace take -> take(room, take, given);
            case CloseExhibition close -> close(room, close, given);
            case RateExhibition rate ->
                    throw refuse(RESULT_MISSING, CLAUSE, "the review has not arrived");
            case ForgePlace forge -> List.of(new ExhibitionClosed(forge.exhibition(), null));
        };
    }

    private static List<ExhibitionEvent> open(Room room, OpenExhibition open, Given given) {
        given.authority().requireCommitteeOrSetup(OfficeFunction.GUIDE, "S93");
        if (room.openedOn() != null) return List.of();
        return List.of(new ExhibitionOpened(open.exhibition(), open.titleZh(), open.places()));
    }

    private static List<ExhibitionEvent> take(Room room, TakePlace take, Given given) {
        given.authority().requireSelf(take.visitor(), CLAUSE);
        if (room.visitors().contains(take.visitor())) return List.of();
        if (room.openedOn() != null && given.effectiveOn().isBefore(room.openedOn()))
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "it opens on " + room.openedOn());
        if (room.closed() || room.left() == 0)
            throw refuse(ROUND_CLOSED, CLAUSE, "there is no place left");
        if (given.on(HAS_PLACE))
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "this number has a place already");
        return List.of(
                new PlaceTaken(
                        take.exhibition(),
                        take.visitor(),
                        Personal.of(take.visitor(), take.number())));
    }

    private static List<ExhibitionEvent> close(Room room, CloseExhibition close, Given given) {
        given.authority().requireCommitteeOrSetup(OfficeFunction.GUIDE, "S93");
        if (close.reason() == null) throw refuse(PART_MISSING, CLAUSE, "say why");
        if (room.closed()) return List.of();
        return List.of(
                new ExhibitionClosed(close.exhibition(), close.reason()),
                new ExhibitionClosed(close.exhibition(), "announced"));
    }

    private static Room after(Room room, Told<ExhibitionEvent> told) {
        return switch (told.event()) {
            case ExhibitionOpened opened -> new Room(told.on(), opened.places(), false, Set.of());
            case PlaceTaken taken -> {
                Set<String> visitors = new HashSet<>(room.visitors());
                visitors.add(taken.visitor());
                yield new Room(room.openedOn(), room.left() - 1, room.closed(), visitors);
            }
            case ExhibitionClosed closed ->
                    new Room(room.openedOn(), room.left(), true, room.visitors());
        };
    }
}
