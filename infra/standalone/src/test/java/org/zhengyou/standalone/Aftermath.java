package org.zhengyou.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.standalone.client.Recorded;

/**
 * What a platform left that was disturbed while a demonstration was played on it, compared with
 * what the client was told and with what an undisturbed one left.
 */
final class Aftermath {
    private final Path data;
    private final Path undisturbed;
    private final List<String> faults = new ArrayList<>();

    private Aftermath(Path data, Path undisturbed) {
        this.data = data;
        this.undisturbed = undisturbed;
    }

    /**
     * Everything that is not as it should be; empty if nothing is.
     *
     * @param data a folder on which no platform runs
     * @param undisturbed the folder of the undisturbed one, on which none runs either
     * @param told every answer that the client got to a command
     */
    static List<String> faults(Path data, Path undisturbed, Collection<Recorded> told) {
        Aftermath aftermath = new Aftermath(data, undisturbed);
        aftermath.verify();
        aftermath.lookAtLogs(told);
        aftermath.compareHistories();
        return aftermath.faults;
    }

    private void verify() {
        StringWriter said = new StringWriter();
        PrintWriter errors = new PrintWriter(said);
        int exit =
                Zhengyou.commandLine()
                        .setOut(new PrintWriter(Writer.nullWriter()))
                        .setErr(errors)
                        .execute("verify", "--data", data.toString());
        if (exit != 0) faults.add("verify ends with " + exit + " " + said);
    }

    private void lookAtLogs(Collection<Recorded> told) {
        try (StoppedLogs logs = StoppedLogs.in(data);
                StoppedLogs whole = StoppedLogs.in(undisturbed)) {
            missing(logs, told).forEach(one -> faults.add("told and not there: " + one));
            for (Service service : Platform.allServices()) lookForDoubles(logs, service.name());
            compare("recorded", logs.counts(), whole.counts());
            compare("learned", logs.learned(), whole.learned());
        }
    }

    private void compare(String what, Map<String, Long> here, Map<String, Long> there) {
        Set<String> types = new HashSet<>(here.keySet());
        types.addAll(there.keySet());
        for (String type : types) {
            long n = here.getOrDefault(type, 0L);
            long whole = there.getOrDefault(type, 0L);
            if (n != whole) faults.add("%s %d times, not %d: %s".formatted(what, n, whole, type));
        }
    }

    /** The answers whose events do not lie at their position. */
    private static List<Recorded> missing(StoppedLogs logs, Collection<Recorded> told) {
        Map<String, List<StoredEvent>> byService =
                told.stream()
                        .map(Recorded::service)
                        .distinct()
                        .collect(Collectors.toMap(name -> name, logs::log));
        return told.stream()
                .filter(one -> !isThere(byService.getOrDefault(one.service(), List.of()), one))
                .toList();
    }

    private static boolean isThere(List<StoredEvent> log, Recorded told) {
        long first = told.position() - told.types().size() + 1;
        if (told.position() > log.size()) return false;
        for (int i = 0; i < told.types().size(); i++)
            if (!log.get((int) first - 1 + i).type().equals(told.types().get(i))) return false;
        return true;
    }

    private void lookForDoubles(StoppedLogs logs, String service) {
        Set<String> places = new HashSet<>();
        for (StoredEvent fact : logs.inbox(service)) {
            Map<String, String> metadata = fact.metadata();
            String place =
                    metadata.get(EventCodec.SOURCE)
                            + ':'
                            + metadata.get(EventCodec.SOURCE_POSITION);
            if (!places.add(place)) faults.add(service + " learned twice: " + place);
        }
    }

    /** Ids and times of recording apart, the same happened. */
    private void compareHistories() {
        History here = History.in(data);
        History whole = History.in(undisturbed);
        here.without(whole).forEach(one -> faults.add("happened only here: " + one));
        whole.without(here).forEach(one -> faults.add("did not happen here: " + one));
    }
}
