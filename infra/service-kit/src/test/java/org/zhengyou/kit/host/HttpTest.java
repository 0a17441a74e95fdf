package org.zhengyou.kit.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.sample.ExhibitionCommand.CloseExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.Form;
import org.zhengyou.kit.sample.ExhibitionCommand.OpenExhibition;
import org.zhengyou.kit.sample.ExhibitionCommand.TakePlace;
import org.zhengyou.kit.sample.ExhibitionId;
import org.zhengyou.kit.sample.ExhibitionService;

/** The sample service on a store of its own, once per test class. */
abstract class HttpTest {
    @TempDir static Path folder = Path.of("");

    static TestStore store = unset();
    static TestIssuer issuer = unset();
    static TestHost host = unset();
    static String setup = "";

    @BeforeAll
    static void startAll() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        host = TestHost.start(ExhibitionService.definition(), store, issuer, folder, Map.of());
        setup = issuer.token("founder", Actor.SETUP);
    }

    @AfterAll
    static void stopAll() {
        host.close();
        issuer.close();
        store.close();
    }

    static void restart() {
        host.close();
        host = TestHost.start(ExhibitionService.definition(), store, issuer, folder, Map.of());
    }

    static OpenExhibition open(String id, int places) {
        return new OpenExhibition(
                new ExhibitionId(id),
                "身边的榜样",
                places,
                Form.PANELS,
                List.of(),
                Set.of(),
                Map.of(),
                null);
    }

    static TakePlace take(String id, String visitor, String number) {
        return new TakePlace(new ExhibitionId(id), visitor, number);
    }

    static CloseExhibition close(String id, String reason) {
        return new CloseExhibition(new ExhibitionId(id), reason);
    }

    /** Set before the first test of a class. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unset() {
        return null;
    }
}
