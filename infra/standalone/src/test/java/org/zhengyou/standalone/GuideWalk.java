package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengyou.standalone.GuidePage.As;
import org.zhengyou.standalone.GuidePage.Click;
import org.zhengyou.standalone.GuidePage.Clip;
import org.zhengyou.standalone.GuidePage.Fill;
import org.zhengyou.standalone.GuidePage.Phone;
import org.zhengyou.standalone.GuidePage.Picture;
import org.zhengyou.standalone.GuidePage.Screen;
import org.zhengyou.standalone.GuidePage.Shown;
import org.zhengyou.standalone.GuidePage.Step;

/** Goes through a page of the guide in a browser, and notes where it says what is not there. */
final class GuideWalk implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int PHONE_WIDTH = 390;
    private static final int PATIENCE_MILLIS = 15_000;

    /** What people click on, write into or read a name of. */
    private static final String NAMED =
            "a, button, summary, label, legend, h1, h2, h3, th, dt, [role=option]";

    private static final Pattern ON_ITS_WAY = Pattern.compile("…$");

    private final Chromium chromium;
    private final String language;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, byte[]> pictures = new TreeMap<>();
    private @Nullable Page page;
    private String screen = "";
    private String clip = "";

    GuideWalk(Chromium chromium, String language) {
        this.chromium = chromium;
        this.language = language;
    }

    /** What the page says and the console does not show. */
    List<String> wrong() {
        return wrong;
    }

    /** The pictures that were taken, by their files. */
    Map<String, byte[]> pictures() {
        return pictures;
    }

    void go(List<Step> steps) {
        for (Step step : steps) go(step);
    }

    private void go(Step step) {
        switch (step) {
            case As as -> signIn(as);
            case Screen(String path) -> open(path);
            case Click(String label) -> click(label);
            case Fill(String label, String text) -> fill(label, text);
            case Phone _ -> page().setViewportSize(PHONE_WIDTH, HEIGHT);
            case Clip(String selector) -> clip = selector;
            case Picture(String file) -> pictures.put(file, SmallPicture.of(shot()));
            case Shown(String label) -> isShown(label);
        }
    }

    private void signIn(As as) {
        close();
        page = chromium.signedIn(as.person());
        page.setViewportSize(WIDTH, HEIGHT);
        page.evaluate("language => localStorage.setItem('language', language)", language);
    }

    private Page page() {
        if (page == null) throw new IllegalStateException("nobody has signed in");
        return page;
    }

    private void open(String path) {
        screen = path;
        page().navigate(chromium.url(path));
        assertThat(page().locator("main h1").first()).isVisible();
        page().waitForLoadState(LoadState.NETWORKIDLE);
        settle();
    }

    private void click(String label) {
        if (!isShown(label)) return;
        Locator option = called("[role=option]", label);
        Locator other = called("a, button, summary", label);
        if (option.count() > 0) option.first().click();
        else if (other.count() > 0) other.first().click();
        else page().getByLabel(as(label)).first().click();
        screen += " > " + label;
    }

    private void fill(String label, String text) {
        Locator field = page().getByLabel(label).first();
        field.fill(text);
        field.blur();
    }

    private Locator called(String selector, String label) {
        return page().locator(selector).filter(new Locator.FilterOptions().setHasText(as(label)));
    }

    /** Waits until nothing on the page is on its way: what is says so with an ellipsis. */
    private void settle() {
        assertThat(
                        page().locator("main .quiet")
                                .filter(new Locator.FilterOptions().setHasText(ON_ITS_WAY)))
                .hasCount(0);
    }

    private boolean isShown(String label) {
        Locator found =
                called(NAMED, label)
                        .or(page().getByLabel(as(label)))
                        .or(page().getByPlaceholder(as(label)));
        try {
            found.first()
                    .waitFor(
                            new Locator.WaitForOptions()
                                    .setState(WaitForSelectorState.ATTACHED)
                                    .setTimeout(PATIENCE_MILLIS));
            return true;
        } catch (TimeoutError none) {
            wrong.add("no “" + label + "” on " + screen);
            return false;
        }
    }

    /** As a name is written: a mark says that it must be filled in, a number may follow a title. */
    private static Pattern as(String label) {
        String said =
                Arrays.stream(label.split("…", -1))
                        .map(part -> part.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0"))
                        .collect(Collectors.joining(".+"));
        return Pattern.compile("^" + said + "( \\*| · .+)?$");
    }

    private byte[] shot() {
        settle();
        var options = new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
        if (!clip.isEmpty()) {
            // Where it is in the window, from the top of the page.
            page().evaluate("scrollTo(0, 0)");
            BoundingBox box = page().locator(clip).first().boundingBox();
            options.setFullPage(true)
                    .setClip(box.x, box.y, box.width, Math.min(box.height, HEIGHT));
        }
        clip = "";
        return page().screenshot(options);
    }

    @Override
    public void close() {
        if (page != null) page.close();
        page = null;
    }
}
