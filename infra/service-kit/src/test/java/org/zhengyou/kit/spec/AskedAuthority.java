package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.Allowed.Level;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Identifier;

/** Notes what a decision asks for, to hold it against what its command declares. */
final class AskedAuthority implements Authority {
    /** One ground that a decision asked for; {@code over} is an organisation, or a person. */
    private record Asked(
            Level level, @Nullable OfficeFunction function, String over, String clause) {}

    private final Authority authority;
    private final List<Asked> asked = new ArrayList<>();

    AskedAuthority(Authority authority) {
        this.authority = authority;
    }

    /** Goes on if everything asked is declared on the record of the command. */
    void requireDeclared(Object command) {
        Allowed[] declared = command.getClass().getAnnotationsByType(Allowed.class);
        for (Asked one : asked)
            if (Arrays.stream(declared).noneMatch(allowed -> covers(allowed, one, command)))
                fail(
                        "%s does not declare what its decision asks: %s",
                        command.getClass().getSimpleName(), one);
    }

    private static boolean covers(Allowed allowed, Asked asked, Object command) {
        boolean level =
                allowed.level() == asked.level()
                        || (allowed.level() == Level.ABOVE && asked.level() == Level.OVER);
        boolean function =
                asked.function() == null
                        ? allowed.function().length == 0
                        : List.of(allowed.function()).contains(asked.function());
        boolean over = allowed.over().isEmpty() || part(command, allowed).equals(asked.over());
        return level && function && over && List.of(allowed.clause()).contains(asked.clause());
    }

    private static String part(Object command, Allowed allowed) {
        for (RecordComponent component : command.getClass().getRecordComponents())
            if (component.getName().equals(allowed.over()))
                return text(NamedIds.part(component, command));
        throw new AssertionError(command.getClass() + " has no field " + allowed.over());
    }

    private static String text(@Nullable Object value) {
        return value instanceof Identifier id ? id.value() : String.valueOf(value);
    }

    private void note(Level level, @Nullable OfficeFunction function, String over, String clause) {
        asked.add(new Asked(level, function, over, clause));
    }

    @Override
    public void require(OfficeFunction function, String organization, String clause) {
        note(Level.OVER, function, organization, clause);
        authority.require(function, organization, clause);
    }

    @Override
    public void requireOwn(OfficeFunction function, String organization, String clause) {
        note(Level.OWN, function, organization, clause);
        authority.requireOwn(function, organization, clause);
    }

    @Override
    public void requireCommittee(OfficeFunction function, String clause) {
        note(Level.COMMITTEE, function, "", clause);
        authority.requireCommittee(function, clause);
    }

    @Override
    public void requireCommitteeOffice(String clause) {
        note(Level.COMMITTEE_ITSELF, null, "", clause);
        authority.requireCommitteeOffice(clause);
    }

    @Override
    public void requireCommitteeSecretary(String clause) {
        note(Level.COMMITTEE_ITSELF, null, "", clause);
        note(Level.ABOVE_COMMITTEE, null, "", clause);
        authority.requireCommitteeSecretary(clause);
    }

    @Override
    public void requireAboveCommittee(String clause) {
        note(Level.ABOVE_COMMITTEE, null, "", clause);
        authority.requireAboveCommittee(clause);
    }

    @Override
    public void requireSelf(String person, String clause) {
        note(Level.SELF, null, person, clause);
        authority.requireSelf(person, clause);
    }

    @Override
    public void requireInPerson(String clause) {
        authority.requireInPerson(clause);
    }

    @Override
    public void requireSelfOr(
            String person, OfficeFunction function, String organization, String clause) {
        note(Level.SELF, null, person, clause);
        note(Level.OVER, function, organization, clause);
        authority.requireSelfOr(person, function, organization, clause);
    }

    @Override
    public void requireCommitteeOrSetup(OfficeFunction function, String clause) {
        note(Level.COMMITTEE, function, "", clause);
        note(Level.SETUP, null, "", clause);
        authority.requireCommitteeOrSetup(function, clause);
    }

    @Override
    public boolean holds(OfficeFunction function, String organization) {
        return authority.holds(function, organization);
    }

    @Override
    public boolean held(String person, OfficeFunction function, String organization) {
        return authority.held(person, function, organization);
    }

    @Override
    public boolean wasSecretary(String person, String organization) {
        return authority.wasSecretary(person, organization);
    }

    @Override
    public boolean wasAtCommittee(String person) {
        return authority.wasAtCommittee(person);
    }

    @Override
    public Optional<String> grounds() {
        return authority.grounds();
    }
}
