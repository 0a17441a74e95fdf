package org.zhengyou.standalone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** Views of a running platform beside what a rebuild from its logs gives. */
final class RebuiltViews {
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();

    private RebuiltViews() {}

    /** Every view of every service that answers otherwise about now, with the rows that differ. */
    static List<String> differences(Platform platform, PlatformClient client) {
        RunningCampaign.settle(platform, client);
        return differences(platform, client, Rebuild::facts);
    }

    /**
     * The same of views that have settled.
     *
     * @param known the facts that each service is rebuilt from
     */
    static List<String> differences(
            Platform platform,
            PlatformClient client,
            Function<ServiceRuntime, List<Fact<?>>> known) {
        List<String> differences = new ArrayList<>();
        for (ServiceRuntime runtime : platform.services().runtimes()) {
            List<Fact<?>> facts = known.apply(runtime);
            for (View<?, ?> view : runtime.service().views()) {
                Map<String, JsonNode> rebuilt =
                        Rebuild.answer(
                                view,
                                facts,
                                Instant.now(),
                                Rebuild.Person.of(SECRETARY, runtime),
                                runtime.shownJson());
                for (String row :
                        Rebuild.differences(rebuilt, asked(client, runtime.service(), view, "")))
                    differences.add(runtime.service().name() + "/" + view.name() + " " + row);
            }
        }
        return differences;
    }

    /** What the committee's secretary is answered with these parameters, by key. */
    static Map<String, JsonNode> asked(
            PlatformClient client, Service service, View<?, ?> view, String parameters) {
        Map<String, JsonNode> answered = new TreeMap<>();
        for (JsonNode row : client.rows(SECRETARY, service.name(), view.name(), parameters))
            answered.put(row.path("key").asString(), row);
        return answered;
    }
}
