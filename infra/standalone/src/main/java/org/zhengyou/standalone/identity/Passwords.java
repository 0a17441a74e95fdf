package org.zhengyou.standalone.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhengyou.embedded.PrivateFiles;

/**
 * The file {@code identity/passwords.txt} of a data folder: who can sign in and how, for the owner
 * of the folder. It may be deleted; signing in does not need it.
 */
public final class Passwords {
    private static final String HEAD =
            """
            # 登录名与初始密码，仅供数据目录所有者查看；可以删除。
            # Who can sign in. For the owner of this folder only; this file may be deleted.
            """;

    private Passwords() {}

    /**
     * One person with a new password.
     *
     * @param login to sign in with
     * @param password in clear
     * @param zh what to call the person, in Chinese
     * @param en the same in English
     */
    public record Line(String login, String password, String zh, String en) {
        static Line of(DemoPeople person, String password) {
            return new Line(person.login(), password, person.zh(), person.en());
        }

        private String text() {
            return "%-20s %s   # %s %s%n".formatted(login, password, zh, en);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Line[" + login + "]";
        }
    }

    /** Where the file of this data folder is. */
    public static Path file(Path dataFolder) {
        return IdentityServer.folder(dataFolder).resolve("passwords.txt");
    }

    /**
     * Passwords by login.
     *
     * @throws IllegalStateException if the file was deleted
     */
    public static Map<String, String> read(Path dataFolder) {
        Path file = file(dataFolder);
        if (!Files.exists(file))
            throw new IllegalStateException(
                    "%1$s 不存在：请先启动一次平台，或恢复该文件 / %1$s is not there: start the platform once, or restore the file"
                            .formatted(file));
        Map<String, String> passwords = new TreeMap<>();
        PrivateFiles.read(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 3))
                .forEach(words -> passwords.put(words[0], words[1]));
        return passwords;
    }

    /** A new password that nobody guesses. */
    public static String random() {
        return Secrets.password();
    }

    /** Adds people to the file of this data folder. */
    public static void add(Path dataFolder, List<Line> lines) {
        Path file = file(dataFolder);
        StringBuilder text = new StringBuilder(Files.exists(file) ? PrivateFiles.read(file) : HEAD);
        for (Line line : lines) text.append(line.text());
        PrivateFiles.write(file, text.toString());
    }
}
