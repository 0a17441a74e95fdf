package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.standalone.Http.Answer;
import org.zhengyou.standalone.identity.DemoPeople;

/** Nobody is let in who does not bring a token that was given for this platform. */
@ExtendWith(RunningCampaign.Shared.class)
class BadTokenTest {
    private static final String ANY = "/organizations/commands/DissolveOrganization";
    private static final String RIGHT = "{\"organization\":\"none\",\"reason\":\"x\"}";

    private final RunningCampaign campaign;
    private final Forge forge;

    BadTokenTest(RunningCampaign campaign) {
        this.campaign = campaign;
        this.forge = new Forge(campaign.platform().options());
    }

    @Test
    void without_a_token_nothing_is_answered() {
        for (ServiceRuntime runtime : campaign.platform().services().runtimes()) {
            String service = campaign.api() + "/" + runtime.service().name();
            String view = service + "/" + runtime.service().views().getFirst().name();
            assertThat(Http.get(view, null).problem()).isEqualTo("UNAUTHENTICATED");
            assertThat(Http.get(service + "/x", null).status()).isEqualTo(401);
        }
        assertThat(Http.post(campaign.api() + ANY, null, RIGHT).problem())
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void with_a_token_that_was_not_given_for_this_platform_nothing_is_answered() {
        String question = campaign.api() + "/insight/dashboard?limit=1";
        Map<String, String> tokens = forge.wrong();

        assertThat(Http.get(question, forge.right()).status()).isEqualTo(200);
        tokens.forEach(
                (wrong, forged) -> {
                    Answer answer = Http.get(question, forged);
                    assertThat(answer.status()).as(wrong).isEqualTo(401);
                    assertThat(answer.problem()).as(wrong).isEqualTo("UNAUTHENTICATED");
                    assertThat(answer.text()).as(wrong).doesNotContain(forged);
                });
    }

    /** Also past the gateway: every service looks at the token itself. */
    @Test
    void a_service_believes_nobody_either() {
        String services = "http://127.0.0.1:" + campaign.platform().services().port();
        String question = services + "/insight/dashboard?limit=1";

        assertThat(Http.get(question, forge.right()).status()).isEqualTo(200);
        assertThat(Http.get(question, null).problem()).isEqualTo("UNAUTHENTICATED");
        forge.wrong()
                .forEach(
                        (wrong, forged) ->
                                assertThat(Http.get(question, forged).status())
                                        .as(wrong)
                                        .isEqualTo(401));
    }

    @Test
    void headers_that_say_who_one_is_are_not_believed() {
        Answer answer =
                Http.post(
                        campaign.api() + ANY,
                        campaign.token(DemoPeople.MEMBER),
                        RIGHT,
                        "X-Actor",
                        DemoPeople.COMMITTEE_SECRETARY.subject(),
                        "Zhengyou-Actor",
                        DemoPeople.COMMITTEE_SECRETARY.subject());

        assertThat(answer.problem()).isEqualTo("ACTOR_LACKS_AUTHORITY");
    }

    @Test
    void an_auditor_changes_nothing() {
        assertThat(Http.post(campaign.api() + ANY, forge.right(), RIGHT).problem())
                .isEqualTo("NOT_PERMITTED");
    }
}
