package org.zhengyou.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhengyou.standalone.identity.DemoPeople;
import org.zhengyou.standalone.identity.Passwords;

/** A real browser, in which people of the demonstration sign in to the console. */
final class Chromium implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final PlatformOptions options;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(PlatformOptions options, Playwright playwright, Browser browser) {
        this.options = options;
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; skips the test where there is no browser, or nothing to drive it. */
    static Chromium before(Platform platform) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        String node = node();
        assumeTrue(Files.isExecutable(CHROMIUM), "no browser: " + CHROMIUM + " is not installed");
        assumeTrue(!node.isEmpty(), "no driver for the browser: node is not on the path");
        Map<String, String> environment =
                Map.of("PLAYWRIGHT_NODEJS_PATH", node, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        LaunchOptions launch =
                new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox"));
        return new Chromium(platform.options(), playwright, playwright.chromium().launch(launch));
    }

    private static String node() {
        String said = System.getenv().getOrDefault("PLAYWRIGHT_NODEJS_PATH", "");
        if (!said.isEmpty()) return said;
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path node = Path.of(folder, "node");
            if (Files.isExecutable(node)) return node.toString();
        }
        return "";
    }

    /** The address of a screen. */
    String url(String path) {
        return options.gatewayUrl() + path;
    }

    /** A page in Chinese, of somebody who has signed in. */
    Page signedIn(DemoPeople person) {
        Page page =
                browser.newPage(
                        new Browser.NewPageOptions()
                                .setLocale("zh-CN")
                                .setViewportSize(1280, 1000));
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
        page.navigate(url("/"));
        page.fill("input[name=username]", person.login());
        page.fill(
                "input[name=password]",
                Passwords.read(options.data()).getOrDefault(person.login(), ""));
        page.click("button[type=submit]");
        page.waitForURL(url("/**"));
        return page;
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) complaints.add(message.text());
    }

    /** What pages complained of so far. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
