package org.zhengyou.kit.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;

/**
 * Files that are on their way in. Together they take as much memory as has arrived of them, and not
 * more than two of the largest; a file that comes slowly takes next to nothing and keeps nobody
 * waiting.
 */
final class Uploads {
    private static final int PIECE = 64 << 10;
    private static final int MOST_PIECES = 2 * (ImportRequest.LARGEST_FILE / PIECE + 1);

    private final Semaphore room = new Semaphore(MOST_PIECES);

    /**
     * Reads a file and uses it.
     *
     * @throws ProblemException {@code BODY_TOO_LARGE}, {@code TOO_MUCH_AT_ONCE} if others leave no
     *     room, or {@code REQUEST_TIMEOUT} if it does not arrive
     */
    <T> T whole(InputStream body, Function<byte[], T> use) {
        List<byte[]> pieces = new ArrayList<>();
        try {
            while (true) {
                byte[] piece = next(body);
                if (piece.length == 0) return use.apply(joined(pieces));
                if (pieces.size() * PIECE + piece.length > ImportRequest.LARGEST_FILE)
                    throw tooLarge();
                if (!room.tryAcquire()) throw full();
                pieces.add(piece);
            }
        } finally {
            room.release(pieces.size());
        }
    }

    private static byte[] next(InputStream body) {
        try {
            return body.readNBytes(PIECE);
        } catch (IOException e) {
            throw ProblemException.notArrived();
        }
    }

    private static byte[] joined(List<byte[]> pieces) {
        int length = pieces.stream().mapToInt(piece -> piece.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length);
        pieces.forEach(file::put);
        return file.array();
    }

    private static ProblemException tooLarge() {
        return ProblemException.of(
                ProblemKind.BODY_TOO_LARGE,
                "a file has at most " + ImportRequest.LARGEST_FILE + " bytes");
    }

    private static ProblemException full() {
        return ProblemException.of(
                ProblemKind.TOO_MUCH_AT_ONCE,
                "as many files are being sent as there is room for; nothing of this one was taken:"
                        + " send it again in a moment");
    }
}
