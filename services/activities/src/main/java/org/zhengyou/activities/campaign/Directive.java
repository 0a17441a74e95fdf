package org.zhengyou.activities.campaign;

import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.DirectiveCommand.RegisterDirective;
import org.zhengyou.activities.campaign.DirectiveEvent.DirectiveRegistered;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/**
 * 依据文件 (S1). A superior directive on which a campaign rests; a document number is on record once.
 *
 * @param registered what is on record, null before
 */
public record Directive(@Nullable Told<DirectiveRegistered> registered) {
    private static final String CLAUSE = "S1";
    private static final Directive NONE = new Directive(null);

    /** The directive with an id. */
    static final Ground<Directive> GROUND =
            Ground.of("directive", DirectiveEvent.class, NONE, Directive::after);

    private static final Ground<Directive> WITH_NUMBER =
            Ground.of("directive-number", DirectiveEvent.class, NONE, Directive::after);

    /** The rules about directives. */
    public static Decider<DirectiveCommand, DirectiveEvent, Directive> decider() {
        return Decider.of("directive", DirectiveCommand.class, DirectiveEvent.class)
                .about(DirectiveCommand::directive, DirectiveEvent::directive)
                .restsOnEach(
                        WITH_NUMBER,
                        command ->
                                switch (command) {
                                    case RegisterDirective c -> Set.of(number(c.number()));
                                })
                .alsoTagged(
                        event ->
                                switch (event) {
                                    case DirectiveRegistered e -> Set.of(number(e.number()));
                                })
                .decides(GROUND, Directive::decide)
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
        var known = state.registered == null ? given.on(WITH_NUMBER).registered : state.registered;
        given.authority().requireCommittee(GUIDE, CLAUSE);
        if (Once.of(known, event, given)
                .or(CLAUSE, "this id or document number is on record with other content or date"))
            return List.of();
        return List.of(event);
    }

    private Directive after(Told<DirectiveEvent> told) {
        return switch (told.event()) {
            case DirectiveRegistered e -> new Directive(told.as(e));
        };
    }

    // The year of a document number is written in several kinds of brackets: one number all the
    // same.
    private static Tag number(String number) {
        String plain = number.replaceAll("\\s+", "").replaceAll("[\\[［【(（]", "〔");
        return WITH_NUMBER.tag(plain.replaceAll("[\\]］】)）]", "〕"));
    }
}
