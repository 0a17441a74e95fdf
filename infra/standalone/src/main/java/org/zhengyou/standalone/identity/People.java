package org.zhengyou.standalone.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
 * Who can sign in. Kept are hashes only; the passwords themselves are written once, for the owner
 * of the data folder, who may delete that file.
 */
final class People implements UserDetailsService {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Person> byLogin;
    private final PasswordEncoder encoder;

    /** One line of {@code people.json}. */
    record Person(String login, String subject, String passwordHash) {}

    private People(Map<String, Person> byLogin, PasswordEncoder encoder) {
        this.byLogin = byLogin;
        this.encoder = encoder;
    }

    /** Reads them, and makes passwords for those who have none yet. */
    static People in(Path folder, PasswordEncoder encoder) {
        Path file = folder.resolve("people.json");
        Map<String, Person> known = new TreeMap<>();
        if (Files.exists(file)) for (Person person : read(file)) known.put(person.login(), person);
        List<Passwords.Line> made = new ArrayList<>();
        for (DemoPeople person : DemoPeople.values())
            if (!known.containsKey(person.login())) {
                String password = Secrets.password();
                made.add(new Passwords.Line(person, password));
                known.put(person.login(), hashed(person, password, encoder));
            }
        if (!made.isEmpty()) {
            // Passwords first: after a crash in between, they are made again.
            Passwords.add(folder, made);
            PrivateFiles.write(file, JSON.writeValueAsString(known.values()));
        }
        return new People(known, encoder);
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
        if (person == null) throw new UsernameNotFoundException("nobody is called so");
        return User.withUsername(person.subject())
                .password(person.passwordHash())
                .authorities(AuthorityUtils.NO_AUTHORITIES)
                .build();
    }

    /** By which their passwords are hashed. */
    PasswordEncoder encoder() {
        return encoder;
    }

    /** The person's id in tokens and events, if anybody is called so. */
    Optional<String> subjectOf(String login) {
        return Optional.ofNullable(byLogin.get(login)).map(Person::subject);
    }

    /** Roles of the platform itself, sorted. */
    static List<String> rolesOf(String subject) {
        return DemoPeople.withSubject(subject).map(DemoPeople::roles).orElse(Set.of()).stream()
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
