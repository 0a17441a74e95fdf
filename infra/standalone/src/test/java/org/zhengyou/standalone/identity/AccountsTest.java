package org.zhengyou.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Accounts accounts;

    @BeforeEach
    void open() {
        accounts = Accounts.in(folder, KeyedHash.in(folder));
    }

    @Test
    void a_restart_forgets_no_account() {
        accounts.put("ann", "Ann.Li", "hash-1");
        open();

        assertThat(accounts.of("ann.li")).map(Accounts.Account::subject).hasValue("ann");
        assertThat(accounts.of("ＡＮＮ.LI")).map(Accounts.Account::passwordHash).hasValue("hash-1");
        assertThat(accounts.of("ann")).isEmpty();
    }

    @Test
    void a_person_has_one_account_by_the_login_chosen_last() {
        accounts.put("ann", "first", "hash-1");
        accounts.put("ann", "second", "hash-2");

        assertThat(accounts.of("first")).isEmpty();
        assertThat(accounts.of("second")).map(Accounts.Account::passwordHash).hasValue("hash-2");
    }

    @Test
    void a_login_is_one_person_s_also_while_it_is_being_chosen() {
        accounts.put("ann", "taken", "hash-1");

        assertThat(accounts.reserve("TAKEN", "bob")).isFalse();
        assertThat(accounts.reserve("taken", "ann")).isTrue();
        assertThat(accounts.reserve("free", "bob")).isTrue();
        assertThat(accounts.reserve("free", "cai")).isFalse();
        accounts.release("free");
        assertThat(accounts.reserve("free", "cai")).isTrue();
    }

    @Test
    void logins_are_not_kept_in_clear_and_a_damaged_file_is_named() throws IOException {
        accounts.put("ann", "somebody-s-number", "hash-1");
        Path file = folder.resolve("accounts.json");

        assertThat(Files.readString(file)).contains("hash-1").doesNotContain("somebody");
        Files.writeString(file, "[{");
        assertThatThrownBy(this::open).hasMessageContaining("accounts.json");
    }
}
