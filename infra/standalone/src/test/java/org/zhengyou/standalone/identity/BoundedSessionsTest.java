package org.zhengyou.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

class BoundedSessionsTest {
    private final BoundedSessions sessions = new BoundedSessions(2);
    private final List<String> ended = new ArrayList<>();

    /** As a server's: its end is told to whoever listens. */
    private HttpSession session(String id) {
        return (HttpSession)
                Proxy.newProxyInstance(
                        HttpSession.class.getClassLoader(),
                        new Class<?>[] {HttpSession.class},
                        (proxy, method, given) ->
                                switch (method.getName()) {
                                    case "hashCode" -> id.hashCode();
                                    case "equals" -> id.hashCode() == given[0].hashCode();
                                    case "invalidate" -> {
                                        ended.add(id);
                                        sessions.sessionDestroyed(
                                                new HttpSessionEvent((HttpSession) proxy));
                                        yield null;
                                    }
                                    case "getAttribute" -> contextOf(id);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private HttpSession begun(String id) {
        HttpSession session = session(id);
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    @Test
    void beyond_the_limit_the_oldest_session_is_ended() {
        for (String id : List.of("a", "b", "c", "d")) begun(id);

        assertThat(ended).containsExactly("a", "b");
        assertThat(sessions.size()).isEqualTo(2);
    }

    @Test
    void a_session_that_has_ended_makes_room() {
        HttpSession first = begun("a");
        begun("b");
        first.invalidate();
        begun("c");

        assertThat(ended).containsExactly("a");
        assertThat(sessions.size()).isEqualTo(2);
    }

    /** Whoever it is, the first letter of the session says. */
    private static SecurityContext contextOf(String id) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(
                        id.substring(0, 1), null, List.of()));
    }

    @Test
    void all_sessions_of_one_person_can_be_ended() {
        for (String id : List.of("ann-1", "ben-1")) begun(id);
        sessions.endAllOf("a");

        assertThat(ended).containsExactly("ann-1");
        assertThat(sessions.size()).isEqualTo(1);
    }
}
