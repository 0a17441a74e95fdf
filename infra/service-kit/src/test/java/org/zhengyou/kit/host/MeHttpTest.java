package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestHost.Answer;

class MeHttpTest extends HttpTest {
    @Test
    void everybody_learns_who_they_are_and_what_they_may_do() {
        Answer founder = me(setup);

        assertThat(founder.status()).isEqualTo(200);
        assertThat(founder.json().path("person").asString()).isEqualTo("founder");
        assertThat(founder.json().path("roles").toString()).contains(Actor.SETUP);
        assertThat(founder.json().path("offices")).isEmpty();
        assertThat(founder.json().path("commands").toString())
                .isEqualTo(
                        "[\"CloseExhibition\",\"OpenExhibition\",\"RateExhibition\",\"TakePlace\"]");
        assertThat(me(issuer.token("ann")).json().path("commands").toString())
                .isEqualTo("[\"TakePlace\"]");
    }

    @Test
    void an_auditor_may_do_nothing() {
        assertThat(me(issuer.token("otto", Actor.AUDITOR)).json().path("commands")).isEmpty();
    }

    @Test
    void who_has_no_token_learns_nothing() {
        assertThat(host.send(host.request("/exhibitions/me").GET()).status()).isEqualTo(401);
    }

    private static Answer me(String token) {
        return host.send(
                host.request("/exhibitions/me").header("Authorization", "Bearer " + token).GET());
    }
}
