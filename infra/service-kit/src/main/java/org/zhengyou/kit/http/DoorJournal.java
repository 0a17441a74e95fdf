package org.zhengyou.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.zhengyou.journal.SecurityEvent;
import org.zhengyou.journal.SecurityJournal;
import org.zhengyou.journal.SecurityNote;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.authority.RoleFacts;
import org.zhengyou.kit.runtime.CommandResult;
import org.zhengyou.kit.runtime.EventNames;

/** What services write into the security journal. The address is that of the gateway, mostly. */
final class DoorJournal {
    private static final String ORGANIZATIONS = EventNames.ORGANIZATIONS;
    private static final String MEMBERS = "members";
    private static final Set<String> POWER =
            Set.of(
                    stored(ORGANIZATIONS, AppointmentFacts.OfficeAppointmentMade.class),
                    stored(ORGANIZATIONS, AppointmentFacts.OfficeAppointmentEnded.class),
                    stored(ORGANIZATIONS, AppointmentFacts.BodyAppointmentMade.class),
                    stored(ORGANIZATIONS, AppointmentFacts.BodyAppointmentEnded.class),
                    stored(ORGANIZATIONS, AppointmentFacts.FunctionGranted.class),
                    stored(MEMBERS, RoleFacts.PlatformRoleGranted.class),
                    stored(MEMBERS, RoleFacts.PlatformRoleRevoked.class));

    /** Parts of a path up to the name of a command, which is known when it is refused. */
    private static final int PARTS_OF_A_COMMAND = 4;

    private static final int PARTS_OF_A_VIEW = 3;

    /** Static, for what refuses a request is made by the server and knows nothing of this one. */
    private static volatile SecurityJournal journal = begun();

    private DoorJournal() {}

    /** A server starts: what others of this process wrote does not count against it. */
    static void begin() {
        journal = begun();
    }

    private static SecurityJournal begun() {
        return SecurityJournal.of("services");
    }

    private static String stored(String service, Class<?> fact) {
        return service + '.' + fact.getSimpleName();
    }

    /** A token was sent that is none of this platform. The path is the stranger's own words. */
    static void tokenRefused(HttpServletRequest request) {
        note(SecurityEvent.TOKEN_REFUSED, request, null, null);
    }

    /** The answer to a request that found its handler is 403. */
    static void accessRefused(HttpServletRequest request, String code) {
        note(SecurityEvent.ACCESS_REFUSED, request, template(request.getRequestURI()), code);
    }

    /**
     * Goes on without a line unless the command gave or took an office, a seat, a function or a
     * role.
     */
    static void recorded(HttpServletRequest request, CommandResult result) {
        if (result.repeated() || result.types().stream().noneMatch(POWER::contains)) return;
        List<String> types = result.types().stream().distinct().toList();
        note(
                SecurityEvent.POWER_CHANGED,
                request,
                template(request.getRequestURI()),
                String.join(",", types));
    }

    private static void note(
            SecurityEvent event,
            HttpServletRequest request,
            @Nullable String act,
            @Nullable String code) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        journal.note(
                event,
                new SecurityNote(
                        caller == null ? null : caller.getName(),
                        request.getRemoteAddr(),
                        act,
                        code,
                        request.getHeader(CommandRequest.CORRELATION)));
    }

    /** Service and command, or service and view; what follows may be anybody's id. */
    static String template(String path) {
        String[] parts = path.split("/", -1);
        boolean command = parts.length == PARTS_OF_A_COMMAND && parts[2].equals("commands");
        if (command || parts.length <= PARTS_OF_A_VIEW) return path.substring(1);
        return parts[1] + '/' + parts[2] + "/*";
    }
}
