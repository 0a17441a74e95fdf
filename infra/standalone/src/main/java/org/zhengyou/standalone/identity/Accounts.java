package org.zhengyou.standalone.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengyou.embedded.PrivateFiles;
import org.zhengyou.kit.validation.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 账号. Accounts that people opened with an invite, one for each person, in {@code accounts.json}.
 * Kept are hashes only, of logins as well, since these may be names or numbers of people. The file
 * is written whole for each change: some hundred kilobytes for a university.
 */
final class Accounts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "accounts.json";
    private static final String PURPOSE = "login";

    private final Path file;
    private final KeyedHash hash;
    private final Map<String, Account> byLogin = new HashMap<>();
    private final Set<String> reserved = new HashSet<>();

    /**
     * One account.
     *
     * @param login keyed hash of the login
     * @param subject the person's id
     * @param passwordHash of the password
     */
    record Account(String login, String subject, String passwordHash) {
        /** Without hashes. */
        @Override
        public String toString() {
            return "Account[" + subject + "]";
        }
    }

    private Accounts(Path file, KeyedHash hash, List<Account> known) {
        this.file = file;
        this.hash = hash;
        known.forEach(one -> byLogin.put(one.login(), one));
    }

    /** Those of this folder. */
    static Accounts in(Path folder, KeyedHash hash) {
        Path file = folder.resolve(FILE);
        return new Accounts(file, hash, Files.exists(file) ? read(file) : List.of());
    }

    private static List<Account> read(Path file) {
        try {
            return List.of(JSON.readValue(PrivateFiles.read(file), Account[].class));
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "%1$s 已损坏，请从备份恢复；若删除它，须重新发放邀请 / %1$s is damaged: restore it from a copy; without it, people need new invites"
                            .formatted(file),
                    e);
        }
    }

    /** By what logins are compared: not by case, nor by the width of their characters. */
    static String folded(String login) {
        return Texts.folded(login).toLowerCase(Locale.ROOT);
    }

    private String key(String login) {
        return hash.of(PURPOSE, folded(login));
    }

    /** Whose login this is, if anybody's. */
    synchronized Optional<Account> of(String login) {
        return Optional.ofNullable(byLogin.get(key(login)));
    }

    /** Keeps a login for somebody who is about to choose it; false if it is another person's. */
    synchronized boolean reserve(String login, String subject) {
        Account known = byLogin.get(key(login));
        if (known != null && !known.subject().equals(subject)) return false;
        return reserved.add(key(login));
    }

    /** Lets go of a login. */
    synchronized void release(String login) {
        reserved.remove(key(login));
    }

    /** From now on this person, and nobody else, signs in by this login with this password. */
    synchronized void put(String subject, String login, String passwordHash) {
        Account account = new Account(key(login), subject, passwordHash);
        Map<String, Account> next = new HashMap<>(byLogin);
        next.values().removeIf(one -> one.subject().equals(subject));
        next.put(account.login(), account);
        PrivateFiles.write(file, JSON.writeValueAsString(new ArrayList<>(next.values())));
        byLogin.clear();
        byLogin.putAll(next);
    }
}
