package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page that people who cannot see it well could not use. */
final class Axe {
    private Axe() {}

    /** The violations, each with the beginning of the elements concerned. */
    static List<String> violations(Page page) {
        page.evaluate(Repository.text("gateway/console/node_modules/axe-core/axe.min.js"));
        Object found =
                page.evaluate(
                        """
                        async () => (await axe.run()).violations.map(v =>
                          v.id + ': ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 160)).join(' '))
                        """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /**
     * In both languages, on a phone and on a wide screen: nothing sticks out, and axe finds none.
     */
    static void requireNone(Page page) {
        for (int i = 0; i < 2; i++) {
            page.setViewportSize(390, 800);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(Axe.violations(page)).isEmpty();
            page.setViewportSize(1280, 1000);
            assertThat(Axe.violations(page)).isEmpty();
            page.click("#language");
        }
    }
}
