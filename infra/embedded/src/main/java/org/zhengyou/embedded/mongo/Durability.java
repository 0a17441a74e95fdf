package org.zhengyou.embedded.mongo;

import org.h2.mvstore.MVStore;

/** What an acknowledged write survives. */
public enum Durability implements Persistence {
    /** Written to the file: survives the death of the process ({@code kill -9}). */
    COMMIT {
        @Override
        public void persist(MVStore store) {
            store.commit();
        }
    },

    /** Written to the file and forced to the device: survives the loss of power as well. */
    FSYNC {
        @Override
        public void persist(MVStore store) {
            store.commit();
        }

        @Override
        public void force(MVStore store) {
            store.sync();
        }
    }
}
