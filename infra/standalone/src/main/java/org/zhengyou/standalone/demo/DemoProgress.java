package org.zhengyou.standalone.demo;

/** Is told how far the demonstration has come. Called by several threads at once. */
public interface DemoProgress {
    /** A stage with so many steps begins; the one before is over. */
    void begin(String title, int steps);

    /** A step is done. */
    void step();

    /** Tells nobody. */
    static DemoProgress none() {
        return new DemoProgress() {
            @Override
            public void begin(String title, int steps) {}

            @Override
            public void step() {}
        };
    }
}
