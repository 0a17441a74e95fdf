package org.zhengyou.kit.sample;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.sample.ExhibitionCommand.CloseExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.ForgePlace;
import org.zhengyou.kit.sample.ExhibitionCommand.OpenExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.RateExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.TakePlace;
import org.zhengyou.kit.sample.ExhibitionEvent.ExhibitionClosed;
import org.zhengyou.kit.sample.ExhibitionEvent.ExhibitionOpened;
import org.zhengyou.kit.sample.ExhibitionEvent.PlaceTaken;
import org.zhengyou.kit.view.Fact;

/** The rules of exhibitions: as many visitors as places, and a member number only once. */
public final class Exhibition {
    private static final String CLAUSE = "S57";
    private static final String NUMBER = "visitorNumber";

    /** One exhibition as far as it is known. */
    record Room(LocalDate openedOn, int left, boolean closed, Set<String> visitors) {
        Room {
            visitors = Set.copyOf(visitors);
        }
    }

    /** What a decision is about: rooms by id, and the numbers seen in any of them. */
    record State(Map<String, Room> rooms, Set<String> numbers) {
        State {
            rooms = Map.copyOf(rooms);
            numbers = Set.copyOf(numbers);
        }
    }

    private Exhibition() {}

    /** The decider. */
    public static Decider<ExhibitionCommand, ExhibitionEvent, State> decider() {
        return Decider.of("exhibition", ExhibitionCommand.class, ExhibitionEvent.class)
                .about(ExhibitionCommand::exhibition, ExhibitionEvent::exhibition)
                .alsoDependsOn(
                        c -> c instanceof TakePlace take ? Set.of(number(take.number())) : Set.of())
                .alsoTagged(e -> e instanceof PlaceTaken taken ? numberOf(taken) : Set.of())
                .decidesOverTime(
                        new State(Map.of(), Set.of()), Exhibition::decide, Exhibition::evolve)
                .concerning((state, event) -> concern(event));
    }

    private static Concern concern(ExhibitionEvent event) {
        return switch (event) {
            case ExhibitionOpened e -> Concern.ofCommittee(CLAUSE);
            case PlaceTaken e -> Concern.ofCommittee(CLAUSE).and(new VisitorId(e.visitor()));
            case ExhibitionClosed e -> Concern.ofCommittee(CLAUSE);
        };
    }

    private record VisitorId(String value) implements Identifier {}

    private static Tag number(String number) {
        return Tag.blind(NUMBER, number);
    }

    private static Set<Tag> numberOf(PlaceTaken taken) {
        String text = taken.number().text();
        return text == null ? Set.of() : Set.of(number(text));
    }

    private static List<ExhibitionEvent> decide(
            State state, ExhibitionCommand command, Given given) {
        Room room = state.rooms().get(command.exhibition().value());
        if (command instanceof OpenExhibition open) return open(room, open, given);
        if (room == null) throw refuse(NOT_ON_RECORD, CLAUSE, "there is no such exhibition");
        return switch (command) {
            case OpenExhibition open -> open(room, open, given);
            case TakePlace take -> take(state, room, take, given);
            case CloseExhibition close -> close(room, close, given);
            case RateExhibition rate ->
                    throw refuse(RESULT_MISSING, CLAUSE, "the review has not arrived");
            case ForgePlace forge -> List.of(new ExhibitionClosed(forge.exhibition(), null));
        };
    }

    private static List<ExhibitionEvent> open(
            @Nullable Room room, OpenExhibition open, Given given) {
        given.authority().requireCommitteeOrSetup(OfficeFunction.GUIDE, "S93");
        if (room != null) return List.of();
        return List.of(new ExhibitionOpened(open.exhibition(), open.titleZh(), open.places()));
    }

    private static List<ExhibitionEvent> take(State state, Room room, TakePlace take, Given given) {
        given.authority().requireSelf(take.visitor(), CLAUSE);
        if (room.visitors().contains(take.visitor())) return List.of();
        if (given.effectiveOn().isBefore(room.openedOn()))
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "it opens on " + room.openedOn());
        if (room.closed() || room.left() == 0)
            throw refuse(ROUND_CLOSED, CLAUSE, "there is no place left");
        if (state.numbers().contains(take.number()))
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

    private static State evolve(State state, Fact<?> fact) {
        if (!(fact.event() instanceof ExhibitionEvent event)) return state;
        Map<String, Room> rooms = new HashMap<>(state.rooms());
        Set<String> numbers = new HashSet<>(state.numbers());
        String id = event.exhibition().value();
        Room room = rooms.getOrDefault(id, new Room(LocalDate.MAX, 0, false, Set.of()));
        switch (event) {
            case ExhibitionOpened opened ->
                    rooms.put(id, new Room(fact.effectiveOn(), opened.places(), false, Set.of()));
            case PlaceTaken taken -> {
                Set<String> visitors = new HashSet<>(room.visitors());
                visitors.add(taken.visitor());
                numbers.add(String.valueOf(taken.number().text()));
                rooms.put(id, new Room(room.openedOn(), room.left() - 1, room.closed(), visitors));
            }
            case ExhibitionClosed closed ->
                    rooms.put(id, new Room(room.openedOn(), room.left(), true, room.visitors()));
        }
        return new State(rooms, numbers);
    }
}
