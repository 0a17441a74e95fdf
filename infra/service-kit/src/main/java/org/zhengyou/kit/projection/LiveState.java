package org.zhengyou.kit.projection;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhengyou.kit.runtime.RunningService;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.streaming.EntityKeys;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.view.View;

/**
 * What the parts of a service that deal with its views have in common.
 *
 * @param runtime the service
 * @param entities what its events are about
 * @param lease whether this process works for it
 * @param patience how long something that failed is tried again
 * @param logs its two logs
 * @param rows the rows of its views
 * @param catalog where these are
 * @param parking what could not be taken
 * @param seen up to where the rows contain the facts
 * @param views its views
 * @param folding folds into the tables that answer
 */
record LiveState(
        ServiceRuntime runtime,
        EntityKeys entities,
        Lease lease,
        Patience patience,
        Logs logs,
        RowStore rows,
        ViewCatalog catalog,
        Parking parking,
        Seen seen,
        LiveViews views,
        BatchFold folding) {

    /** The state of this service; nothing is read or written yet. */
    static LiveState of(ServiceRuntime runtime) {
        MongoDatabase database = runtime.database();
        EntityKeys entities = new EntityKeys(runtime.service(), runtime.names(), runtime.codec());
        Lease lease = new Lease(runtime.tokens(), "worker", RunningService.LEASE);
        Patience patience = new Patience();
        Logs logs = new Logs(runtime, entities);
        RowStore rows = new RowStore(database.getCollection("rows"));
        ViewCatalog catalog = new ViewCatalog(database.getCollection("views"));
        Parking parking =
                new Parking(
                        database.getCollection("parked"),
                        runtime.service().name(),
                        runtime.log().clock());
        Seen seen = new Seen(database.getCollection("view_positions"), lease);
        return new LiveState(
                runtime,
                entities,
                lease,
                patience,
                logs,
                rows,
                catalog,
                parking,
                seen,
                new LiveViews(runtime, rows, catalog, parking, seen, lease),
                new BatchFold(rows, patience, Manners.PROMPT));
    }

    /** The name of the service. */
    String service() {
        return runtime.service().name();
    }

    /** The views that it answers from; directories are not among them. */
    List<LiveView<?>> served() {
        List<LiveView<?>> all = new ArrayList<>();
        for (View<?, ?> view : runtime.service().views()) all.add(views.named(view));
        return all;
    }

    /** The services it listens to. */
    Set<String> sources() {
        return runtime.names().sources();
    }
}
