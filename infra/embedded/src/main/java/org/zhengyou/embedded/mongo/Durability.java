package org.zhengyou.embedded.mongo;

/** What an acknowledged write survives. */
public enum Durability implements Persistence {
    /** Written to the file: survives the death of the process ({@code kill -9}). */
    COMMIT {
        @Override
        public void persist(Journal journal) {
            journal.write();
        }
    },

    /** Written to the file and forced to the device: survives the loss of power as well. */
    FSYNC {
        @Override
        public void persist(Journal journal) {
            journal.write();
        }

        @Override
        public void force(Journal journal) {
            journal.force();
        }
    }
}
