package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.standalone.Http.Answer;
import org.zhengyou.standalone.identity.DemoPeople;

/** Parameters, paths and methods that the front door does not take are refused cleanly. */
@ExtendWith(RunningCampaign.Shared.class)
class BadQuestionTest {
    private static final String COMMAND = "/organizations/commands/DissolveOrganization";

    private final RunningCampaign campaign;
    private final String token;

    BadQuestionTest(RunningCampaign campaign) {
        this.campaign = campaign;
        this.token = campaign.token(DemoPeople.COMMITTEE_SECRETARY);
    }

    private Answer post(String path) {
        return Http.post(campaign.api() + path, token, "{}");
    }

    private Answer get(String path) {
        return Http.get(campaign.api() + path, token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=yesterday",
                "asOf=2010-13-01",
                "asOf=",
                "knownAt=1e9",
                "asOf=%2B999999999-01-01T00:00:00Z",
                "asOf=2010-06-01&asOf=2010-06-02",
                "after=x:y",
                "after=-1",
                "filter=colour",
                "filter=colour:red",
                "sort=colour",
                "skip=1",
                "next=x",
                "limit=0",
                "limit=100000",
                "limit=9999999999",
                "colour=red",
                "a%00b=1"
            })
    void a_bad_parameter_of_a_question_is_named(String query) {
        for (ServiceRuntime runtime : campaign.platform().services().runtimes()) {
            String view = runtime.service().views().getFirst().name();
            Answer answer = get("/" + runtime.service().name() + "/" + view + "?" + query);
            assertThat(answer.problem()).as(query).isEqualTo("MALFORMED_REQUEST");
            if (!query.contains("%00"))
                assertThat(answer.fields()).contains(query.substring(0, query.indexOf('=')));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nobody/members",
                "/members",
                "/members/",
                "/members/nothing",
                "/members/members/a/b",
                "/members/commands",
                "/members/imports",
                "/members/members/none",
                "/insight/commands/Do"
            })
    void a_path_that_leads_nowhere_is_refused(String path) {
        assertThat(get(path).problem()).isIn("NO_SUCH_RESOURCE", "NO_SUCH_ROUTE");
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(post("/members/commands/PaintMember").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/members/%2e%2e/x",
                "/members//members",
                "/members/..%2f..%2fetc",
                "/members/a;b=c/d",
                "/members/%00"
            })
    void an_address_that_tries_something_is_refused(String path) {
        assertThat(get(path).problem()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void a_wrong_method_is_refused_with_the_right_one(String method) {
        Answer answer =
                Http.send(
                        Http.to(campaign.api() + COMMAND, token)
                                .method(method, BodyPublishers.noBody()));

        assertThat(answer.problem()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(post("/members/members").headers().firstValue("Allow")).hasValue("GET");
    }
}
