package org.zhengyou.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.JournalLines;

/** What the identity server writes into the security journal. */
class SignInJournalTest {
    @TempDir private Path data = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private IdentityServer server;

    @SuppressWarnings("NullAway.Init")
    private JournalLines journal;

    @BeforeEach
    void start() {
        server = IdentityServer.start(data, FreePort.next(), 8080);
        journal = new JournalLines();
    }

    @AfterEach
    void stop() {
        journal.close();
        server.close();
    }

    private String password(String login) {
        return Passwords.read(data).getOrDefault(login, "");
    }

    private Browser from(String address) throws IOException {
        return new Browser(server.issuer(), InetAddress.getByName(address));
    }

    @Test
    void what_happens_at_the_sign_in_is_on_record_without_names_and_passwords() throws IOException {
        Browser browser = from("127.0.0.3");
        browser.submit("/login", "member", password("member"));
        browser.submit("/login", "member", "guess");
        browser.submit("/login", "zhang-san", "guess");
        Browser other = from("127.0.0.1");
        for (int i = 0; i <= SignInThrottle.TRIES; i++)
            other.submit("/login", "zhang-san", "guess");

        String subject = DemoPeople.MEMBER.subject();
        assertThat(journal.written()).hasSize(3 + SignInThrottle.TRIES + 1);
        assertThat(journal.written().get(0))
                .startsWith("event=SIGNED_IN door=identity time=2")
                .endsWith(
                        "account=" + subject + " address=127.0.0.3 act=login code=- correlation=-");
        assertThat(journal.written().get(1))
                .startsWith("event=SIGN_IN_FAILED ")
                .contains("account=" + subject + " address=127.0.0.3");
        assertThat(journal.written().get(2))
                .startsWith("event=SIGN_IN_FAILED ")
                .contains("account=hash:");
        assertThat(journal.written().getLast())
                .startsWith("event=SIGN_IN_THROTTLED ")
                .contains(journal.written().get(2).replaceAll(".*(account=\\S+).*", "$1"));
        assertThat(journal.written().toString())
                .doesNotContain("zhang", "guess", password("member"), "account=? ");
    }
}
