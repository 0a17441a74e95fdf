package org.zhengyou.activities.campaign;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.activities.University.PROVINCE;
import static org.zhengyou.activities.University.directive;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.LIN;

import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.campaign.DirectiveCommand.RegisterDirective;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.InvalidCommandException;

class DirectiveTest {
    private static final RegisterDirective REGISTER =
            new RegisterDirective(PROVINCE, "川委办〔2010〕13号", "省委", "实施意见", "d1");

    @Test
    void the_committee_registers_a_superior_directive() {
        scenario().by(GAO).when(REGISTER).thenEvents(directive());
    }

    @Test
    void only_who_guides_at_the_committee_registers_directives() {
        scenario().by(LIN).when(REGISTER).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void registering_the_same_directive_again_changes_nothing() {
        scenario().given(directive()).by(GAO).when(REGISTER).thenNothing();
    }

    @Test
    void a_document_number_is_on_record_once_however_its_brackets_are_written() {
        scenario()
                .given(directive())
                .by(GAO)
                .when(
                        new RegisterDirective(
                                new DirectiveId("another"), "川委办 [2010] 13号", "省委", "实施意见", "d1"))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void a_directive_has_a_number() {
        assertThatThrownBy(
                        () ->
                                scenario()
                                        .when(
                                                new RegisterDirective(
                                                        PROVINCE, " ", "省委", "实施意见", "d1")))
                .isInstanceOf(InvalidCommandException.class)
                .hasMessageContaining("number");
    }

    private static DeciderScenario<DirectiveCommand, DirectiveEvent, Directive> scenario() {
        return University.scenario(Directive.decider());
    }
}
