package org.zhengyou.standalone.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.zhengyou.embedded.PrivateFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who can sign in: the demo people, and whoever opened an account. Kept are hashes only; passwords
 * of the demo people are written once, for the owner of the data folder, who may delete that file.
 */
final class People implements UserDetailsService {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Person> byLogin;
    private final PasswordEncoder encoder;
    private final Accounts accounts;

    /** One line of {@code people.json}. */
    record Person(String login, String subject, String passwordHash) {}

    private People(Map<String, Person> byLogin, PasswordEncoder encoder, Accounts accounts) {
        this.byLogin = byLogin;
        this.encoder = encoder;
        this.accounts = accounts;
    }

    /** Reads them, and makes passwords for those of the demo people who have none yet. */
    static People in(Path dataFolder, PasswordEncoder encoder, Accounts accounts) {
        Path folder = IdentityServer.folder(dataFolder);
        Path file = folder.resolve("people.json");
        Map<String, Person> known = new TreeMap<>();
        if (Files.exists(file)) for (Person person : read(file)) known.put(person.login(), person);
        List<Passwords.Line> made = new ArrayList<>();
        for (DemoPeople person : DemoPeople.values())
            if (!known.containsKey(person.login())) {
                String password = Secrets.password();
                made.add(Passwords.Line.of(person, password));
                known.put(person.login(), hashed(person, password, encoder));
            }
        if (!made.isEmpty()) {
            // Passwords first: after a crash in between, they are made again.
            Passwords.add(dataFolder, made);
            PrivateFiles.write(file, JSON.writeValueAsString(known.values()));
        }
        return new People(known, encoder, accounts);
    }

    private static Person[] read(Path file) {
        try {
            return JSON.readValue(PrivateFiles.read(file), Person[].class);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "%1$s 已损坏，请从备份恢复；若删除它，会重新生成密码 / %1$s is damaged: restore it from a copy; without it, new passwords are made"
                            .formatted(file),
                    e);
        }
    }

    private static Person hashed(DemoPeople person, String password, PasswordEncoder encoder) {
        String hash = String.valueOf(encoder.encode(password));
        return new Person(person.login(), person.subject(), hash);
    }

    /** The user's name in all tokens is the subject; the login is for the sign-in page only. */
    @Override
    public UserDetails loadUserByUsername(String login) {
        Person person = byLogin.get(login);
        if (person != null) return details(person.subject(), person.passwordHash());
        return accounts.of(login)
                .map(account -> details(account.subject(), account.passwordHash()))
                .orElseThrow(() -> new UsernameNotFoundException("nobody is called so"));
    }

    private static UserDetails details(String subject, String passwordHash) {
        return User.withUsername(subject)
                .password(passwordHash)
                .authorities(AuthorityUtils.NO_AUTHORITIES)
                .build();
    }

    /** How this person is known once they have shown who they are. */
    static UserDetails principal(String subject) {
        return details(subject, "");
    }

    /** Whether this is a login of the demo people, which needs no link to the register. */
    boolean isDemo(String login) {
        return byLogin.containsKey(Accounts.folded(login));
    }

    /** By which their passwords are hashed. */
    PasswordEncoder encoder() {
        return encoder;
    }

    /** The person's id in tokens and events, if anybody is called so. */
    Optional<String> subjectOf(String login) {
        Person person = byLogin.get(login);
        return person != null
                ? Optional.of(person.subject())
                : accounts.of(login).map(Accounts.Account::subject);
    }
}
