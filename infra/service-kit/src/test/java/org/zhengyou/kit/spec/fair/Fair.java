package org.zhengyou.kit.spec.fair;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;

import java.util.List;
import java.util.Set;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.DeciderBuilder;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/** A fair: stalls are set up in a hall that is open, each at a place of its own. */
public final class Fair {
    /** The id of a hall. */
    public record HallId(String value) implements Identifier {}

    /** The id of a stall. */
    public record StallId(String value) implements Identifier {}

    /** What is said of a hall. */
    public sealed interface HallCommand {
        /** The hall. */
        HallId hall();

        /** It opens. */
        @Allowed(level = Allowed.Level.SELF, clause = "S1")
        record OpenHall(HallId hall) implements HallCommand {}
    }

    /** What happened to a hall. */
    public sealed interface HallEvent {
        /** The hall. */
        HallId hall();

        /** It is open. */
        record HallOpened(HallId hall) implements HallEvent {}

        /** It is closed. */
        record HallClosed(HallId hall) implements HallEvent {}
    }

    /** What is said of a stall. */
    public sealed interface StallCommand {
        /** The stall. */
        StallId stall();

        /** It is set up. */
        @Allowed(level = Allowed.Level.SELF, clause = "S1")
        record SetUpStall(StallId stall, HallId hall, String place) implements StallCommand {}
    }

    /** What happened to a stall. */
    public sealed interface StallEvent {
        /** The stall. */
        StallId stall();

        /** It was set up. */
        record StallSetUp(StallId stall, HallId hall, String place) implements StallEvent {}
    }

    private static final Ground<Boolean> HALL =
            Ground.of("hall", HallEvent.class, false, Fair::isOpenAfter);
    private static final Ground<Boolean> PLACE =
            Ground.of("place", StallEvent.class, false, (taken, told) -> true);

    private Fair() {}

    /** The rules of halls. */
    public static Decider<HallCommand, HallEvent, Boolean> halls() {
        return Decider.of("hall", HallCommand.class, HallEvent.class)
                .about(HallCommand::hall, HallEvent::hall)
                .decides(HALL, Fair::open)
                .concerning(e -> Concern.ofCommittee("S1"));
    }

    /** The rules of stalls. */
    public static Decider<StallCommand, StallEvent, Boolean> stalls() {
        return untagged()
                .alsoTagged(
                        e ->
                                e instanceof StallEvent.StallSetUp s
                                        ? Set.of(at(s.place()))
                                        : Set.of())
                .decides(false, Fair::setUp, (there, told) -> true)
                .concerning(e -> Concern.ofCommittee("S1"));
    }

    /** The rules of stalls by somebody who forgot the tag of the place. */
    public static Decider<StallCommand, StallEvent, Boolean> withoutTag() {
        return untagged()
                .decides(false, Fair::setUp, (there, told) -> true)
                .concerning(e -> Concern.ofCommittee("S1"));
    }

    /** The rules of stalls by somebody who forgot that they rest on the hall. */
    public static Decider<StallCommand, StallEvent, Boolean> withoutGround() {
        return Decider.of("stall", StallCommand.class, StallEvent.class)
                .about(StallCommand::stall, StallEvent::stall)
                .restsOnEach(PLACE, Fair::place)
                .alsoTagged(
                        e ->
                                e instanceof StallEvent.StallSetUp s
                                        ? Set.of(at(s.place()))
                                        : Set.of())
                .decides(false, Fair::setUp, (there, told) -> true)
                .concerning(e -> Concern.ofCommittee("S1"));
    }

    /** The service with these rules of stalls. */
    public static Service page(Decider<StallCommand, StallEvent, Boolean> stalls) {
        return Service.named("fair").decider(halls()).decider(stalls).build();
    }

    private static DeciderBuilder<StallCommand, StallEvent> untagged() {
        return Decider.of("stall", StallCommand.class, StallEvent.class)
                .about(StallCommand::stall, StallEvent::stall)
                .restsOn(
                        HALL,
                        command ->
                                switch (command) {
                                    case StallCommand.SetUpStall c -> c.hall();
                                })
                .restsOnEach(PLACE, Fair::place);
    }

    private static Set<Tag> place(StallCommand command) {
        return switch (command) {
            case StallCommand.SetUpStall c -> Set.of(at(c.place()));
        };
    }

    private static Tag at(String place) {
        return PLACE.tag(place);
    }

    private static boolean isOpenAfter(Boolean open, Told<HallEvent> told) {
        return switch (told.event()) {
            case HallEvent.HallOpened e -> true;
            case HallEvent.HallClosed e -> false;
        };
    }

    private static List<HallEvent> open(Boolean open, HallCommand command, Given given) {
        given.authority().requireSelf("ann", "S1");
        return open ? List.of() : List.of(new HallEvent.HallOpened(command.hall()));
    }

    private static List<StallEvent> setUp(Boolean there, StallCommand command, Given given) {
        given.authority().requireSelf("ann", "S1");
        return switch (command) {
            case StallCommand.SetUpStall c -> {
                if (there) yield List.of();
                if (!given.on(HALL)) throw refuse(ROUND_CLOSED, "S1", "the hall is not open");
                if (given.on(PLACE)) throw refuse(ALREADY_ON_RECORD, "S1", "the place is taken");
                yield List.of(new StallEvent.StallSetUp(c.stall(), c.hall(), c.place()));
            }
        };
    }
}
