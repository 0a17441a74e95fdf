package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.journal.SecurityEvent;
import org.zhengyou.journal.SecurityJournal;
import org.zhengyou.journal.SecurityNote;

class SecurityLogTest {
    private static final SecurityNote NOTE =
            new SecurityNote("e46d0b72", "127.0.0.1", "login", null, null);

    @Test
    void the_journal_of_a_platform_is_a_file_for_the_owner_of_its_data_folder(@TempDir Path data)
            throws IOException {
        SecurityJournal journal = SecurityJournal.of("identity");
        try (SecurityLog log = SecurityLog.in(data)) {
            assertThat(log).isNotNull();
            journal.note(SecurityEvent.SIGNED_IN, NOTE);
        }
        journal.note(SecurityEvent.SIGN_IN_FAILED, NOTE);

        Path folder = data.resolve("logs");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(Files.readAllLines(folder.resolve("security.log")))
                .singleElement()
                .asString()
                .startsWith("event=SIGNED_IN door=identity ");
    }
}
