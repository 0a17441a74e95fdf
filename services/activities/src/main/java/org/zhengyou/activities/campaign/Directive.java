package org.zhengyou.activities.campaign;

import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhengyou.activities.campaign.DirectiveCommand.RegisterDirective;
import org.zhengyou.activities.campaign.DirectiveEvent.DirectiveRegistered;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;

/**
 * 依据文件 (S1). The superior directives on which a campaign rests; a document number is on record
 * once.
 *
 * @param registered those with the id or the number of the command
 */
public record Directive(List<DirectiveRegistered> registered) {
    private static final String CLAUSE = "S1";

    /** Copies the list. */
    public Directive {
        registered = List.copyOf(registered);
    }

    /** The rules about directives. */
    public static Decider<DirectiveCommand, DirectiveEvent, Directive> decider() {
        return Decider.of("directive", DirectiveCommand.class, DirectiveEvent.class)
                .about(DirectiveCommand::directive, DirectiveEvent::directive)
                .alsoDependsOn(
                        command ->
                                switch (command) {
                                    case RegisterDirective c -> Set.of(number(c.number()));
                                })
                .alsoTagged(
                        event ->
                                switch (event) {
                                    case DirectiveRegistered e -> Set.of(number(e.number()));
                                })
                .decides(new Directive(List.of()), Directive::decide, Directive::evolve)
                .concerning(DirectiveEvent::concern);
    }

    private static List<DirectiveRegistered> decide(
            Directive state, DirectiveCommand command, Given given) {
        return switch (command) {
            case RegisterDirective c -> register(state, c, given);
        };
    }

    private static List<DirectiveRegistered> register(
            Directive state, RegisterDirective c, Given given) {
        var event =
                new DirectiveRegistered(
                        c.directive(), c.number(), c.issuer(), c.titleZh(), c.digest());
        if (state.registered.equals(List.of(event))) return List.of();
        given.authority().requireCommittee(GUIDE, CLAUSE);
        if (!state.registered.isEmpty())
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    "this id or document number is on record with other content");
        return List.of(event);
    }

    private static Directive evolve(Directive state, DirectiveEvent event) {
        return switch (event) {
            case DirectiveRegistered e -> {
                List<DirectiveRegistered> more = new ArrayList<>(state.registered);
                more.add(e);
                yield new Directive(more);
            }
        };
    }

    // The year of a document number is written in several kinds of brackets: one number all the
    // same.
    private static Tag number(String number) {
        String plain = number.replaceAll("\\s+", "").replaceAll("[\\[［【(（]", "〔");
        return Tag.of("directive-number", plain.replaceAll("[\\]］】)）]", "〕"));
    }
}
