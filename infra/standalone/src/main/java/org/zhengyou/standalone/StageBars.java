package org.zhengyou.standalone;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.zhengyou.standalone.demo.DemoProgress;

/** One progress bar per stage, on the screen. */
final class StageBars implements DemoProgress, AutoCloseable {
    private @Nullable ProgressBar bar;

    @Override
    public synchronized void begin(String title, int steps) {
        close();
        bar =
                new ProgressBarBuilder()
                        .setTaskName(title)
                        .setInitialMax(steps)
                        .setStyle(ProgressBarStyle.ASCII)
                        .showSpeed()
                        .build();
    }

    @Override
    public synchronized void step() {
        if (bar != null) bar.step();
    }

    @Override
    public synchronized void close() {
        if (bar != null) bar.close();
        bar = null;
    }
}
