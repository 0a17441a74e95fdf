package org.zhengyou.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in the way, one line says so in Chinese and English, with what to do. */
@ExtendWith(RunningCampaign.Shared.class)
@Timeout(180) // what is not refused would run
class MessagesTest {
    /** Everything that a command printed as an error, log lines among it. */
    private record Said(int exit, String text) {
        List<String> lines() {
            return text.lines().filter(line -> line.startsWith("zhengyou: ")).toList();
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_folder_that_cannot_be_written_is_named() {
        Path nowhere = Path.of("/proc/zhengyou"); // not even for root

        assertOneLine(run(nowhere), 1, nowhere + " 无法建立或写入", "--data");
    }

    @Test
    void a_folder_that_is_a_file_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "");

        assertOneLine(run(file), 1, file + " 无法建立或写入", "--data");
    }

    @ParameterizedTest
    @CsvSource({"0, --port", "1, --identity-port", "2, --internal-ports", "4, --internal-ports"})
    void a_port_that_is_taken_is_named(int which, String option) throws IOException {
        PlatformOptions free = PlatformOptions.onFreePorts(folder.resolve("data"));
        int port = free.gatewayPort() + which;
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertOneLine(run(free), 1, "端口 " + port + " 已被占用", option);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=0", "--port=65536", "--internal-ports=65533", "--port=8090"})
    void a_port_that_cannot_be_is_named(String option) {
        Said said = said("run", "--data=" + folder.resolve("data"), option);

        assertOneLine(said, 2, "端口", "does not exist or is wanted twice");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--trusted-proxies=10.0.0.0/33",
                "--trusted-proxies=proxy.example",
                "--outer-address=http://zhengyou.example.edu",
                "--outer-identity-address=https://zhengyou.example.edu"
            })
    void a_proxy_that_cannot_be_is_named(String wrong) {
        String[] words = {
            "run",
            "--data=" + folder.resolve("data"),
            "--trusted-proxies=127.0.0.1",
            "--outer-address=https://zhengyou.example.edu",
            "--outer-identity-address=https://sign-in.example.edu"
        };
        String option = wrong.substring(0, wrong.indexOf('=') + 1);
        for (int i = 0; i < words.length; i++) if (words[i].startsWith(option)) words[i] = wrong;

        assertOneLine(said(words), 2, wrong.substring(option.length()));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_proxy_without_outer_addresses_is_refused() {
        Said said = said("run", "--data=" + folder.resolve("data"), "--trusted-proxies=127.0.0.1");

        assertOneLine(said, 2, "--outer-address", "--outer-identity-address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "foreign"})
    void a_store_that_is_none_is_named_and_left_as_it_is(String kind) throws IOException {
        Path data = folder.resolve("data");
        Path store = Files.createDirectories(data.resolve("mongo")).resolve("documents.mv");
        byte[] bytes = new byte[kind.equals("empty") ? 0 : 20_000];
        new Random(1).nextBytes(bytes);
        Files.write(store, bytes);
        Files.createFile(data.resolve("mongo/journal"));

        assertOneLine(run(data), 1, store.toString(), "restore it from a copy");
        assertOneLine(said("verify", "--data=" + data), 1, store.toString(), "请从备份恢复");
        assertThat(Files.readAllBytes(store)).isEqualTo(bytes);
    }

    @Test
    void a_master_key_that_is_missing_is_named_and_not_replaced(RunningCampaign campaign)
            throws IOException {
        Path data = folder.resolve("data");
        Folders.copy(campaign.stopped(), data);
        Path key = data.resolve("keys/master.json");
        Files.delete(key);

        assertOneLine(run(data), 1, key + " 不见了", "ZHENGYOU_MASTER_KEY_FILE");
        assertThat(key).doesNotExist();
    }

    @Test
    void a_device_that_is_nearly_full_is_named_before_anything_is_begun() {
        try (SmallDevice device = SmallDevice.mounted(folder.resolve("device"), 8)) {
            Path data = device.place().resolve("data");
            assertOneLine(run(data), 1, "磁盘空间不足", "make room");
            assertThat(data.resolve("mongo")).doesNotExist();
        }
    }

    @Test
    void a_demonstration_without_a_platform_says_what_to_start() throws IOException {
        Path data = folder.resolve("data");
        assertOneLine(said("demo", "--data=" + data), 1, "passwords.txt 不存在", "start the platform");

        Path passwords = Files.createDirectories(data.resolve("identity")).resolve("passwords.txt");
        Files.writeString(passwords, "committee-secretary x\n");
        String nobody = "--issuer=http://127.0.0.1:1";
        assertOneLine(said("demo", "--data=" + data, nobody), 1, "没有应答", "./zhengyou run");
    }

    private static Said run(Path data) {
        return run(PlatformOptions.onFreePorts(data));
    }

    private static Said run(PlatformOptions options) {
        return said(
                "run",
                "--data=" + options.data(),
                "--port=" + options.gatewayPort(),
                "--identity-port=" + options.identityPort(),
                "--internal-ports=" + options.internalPort());
    }

    private static Said said(String... words) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream before = System.err;
        try (PrintStream all = new PrintStream(errors, true, UTF_8)) {
            System.setErr(all); // where log lines go, too
            int exit =
                    Zhengyou.commandLine().setErr(new PrintWriter(all, true, UTF_8)).execute(words);
            return new Said(exit, errors.toString(UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    private static void assertOneLine(Said said, int exit, String... parts) {
        assertThat(said.exit()).as(said.text()).isEqualTo(exit);
        List<String> lines = new ArrayList<>(said.lines());
        assertThat(lines).as(said.text()).hasSize(1);
        assertThat(lines.getFirst()).contains(parts).contains(" / ").containsPattern("\\p{IsHan}");
        assertThat(said.text()).doesNotContain("\tat ");
    }
}
