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
        return options.outside().gateway() + path;
    }

    /** A page in Chinese, of somebody who has signed in. */
    Page signedIn(DemoPeople person) {
        return signedIn(person, "/");
    }

    /** Likewise, of somebody who asked for this page. */
    Page signedIn(DemoPeople person, String path) {
        Page page = stranger(1280);
        String password = Passwords.read(options.data()).getOrDefault(person.login(), "");
        signIn(page, path, person.login(), password);
        page.waitForURL(url("/**"));
        return page;
    }

    /** A page in Chinese of this width, in a browser in which nobody has signed in. */
    Page stranger(int width) {
        Page page =
                browser.newPage(
                        new Browser.NewPageOptions()
                                .setLocale("zh-CN")
                                .setIgnoreHTTPSErrors(true)
                                .setViewportSize(width, 1000));
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
        return page;
    }

    /** Opens the console and fills in the page that it leads to. */
    void signIn(Page page, String login, String password) {
        signIn(page, "/", login, password);
    }

    private void signIn(Page page, String path, String login, String password) {
        page.navigate(url(path));
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", password);
        page.click("button[type=submit]");
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
