package org.zhengyou.kit.projection.letters;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.kit.projection.letters.LetterCommand.MarkLetter;
import org.zhengyou.kit.projection.letters.LetterCommand.WriteLetter;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;

/** Letters: a decider, two views, facts of another service. */
public final class LetterService {
    /** Its name. */
    public static final String NAME = "letters";

    /** The service it listens to. */
    public static final String PEOPLE = "people";

    /** A mark that a rule refuses. */
    public static final String FORBIDDEN = "forbidden";

    private LetterService() {}

    /** The rules: everything may be written once, and marked with each mark once. */
    public static Decider<LetterCommand, LetterEvent, Set<String>> decider() {
        return Decider.of("letter", LetterCommand.class, LetterEvent.class)
                .about(LetterCommand::letter, LetterEvent::letter)
                .decides(Set.of(), LetterService::decide, LetterService::after)
                .concerning((done, event) -> Concern.ofCommittee("S1"));
    }

    private static List<LetterEvent> decide(Set<String> done, LetterCommand command, Given given) {
        if (!given.actor().isPolicy()) given.authority().requireSelf(given.actor().person(), "S1");
        else requireKnown(command, given);
        if (done.contains(did(command))) return List.of();
        if (command instanceof MarkLetter m && m.mark().equals(FORBIDDEN))
            throw refuse(OUT_OF_SCOPE, "S1", "nobody marks letters so");
        return switch (command) {
            case WriteLetter w -> List.of(new LetterWritten(w.letter(), w.to(), w.text()));
            case MarkLetter m -> List.of(new LetterMarked(m.letter(), m.mark()));
        };
    }

    /** A policy looks up to whom letters were written: what it is asked of must be there to see. */
    private static void requireKnown(LetterCommand command, Given given) {
        given.authority().require(OfficeFunction.IMPLEMENT, "any", "S1");
        if (given.look(AddressBook.class, command.letter().value()) == null)
            throw refuse(OUT_OF_SCOPE, "S1", "there is no address book");
    }

    private static String did(LetterCommand command) {
        return switch (command) {
            case WriteLetter w -> "written";
            case MarkLetter m -> "marked " + m.mark();
        };
    }

    private static Set<String> after(Set<String> done, Told<LetterEvent> told) {
        Set<String> more = new HashSet<>(done);
        more.add(
                switch (told.event()) {
                    case LetterWritten w -> "written";
                    case LetterMarked m -> "marked " + m.mark();
                });
        return Set.copyOf(more);
    }

    /** The page, to be completed. */
    public static Service.Page page() {
        return Service.named(NAME)
                .decider(decider())
                .view(new LetterBoard())
                .view(new AddressBook())
                .listensTo(PEOPLE, PersonMoved.class);
    }
}
