package org.zhengyou.kit.documents;

import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;

/** What somebody is told whose document is not taken, or not shown. */
final class Refusals {
    private static final String TAKEN =
            "a document is a PDF, a JPEG or PNG picture, plain text in UTF-8, an XLSX or a DOCX without macros";
    private static final String TAKEN_ZH = "文件须为 PDF、JPEG 或 PNG 图片、UTF-8 纯文本、不含宏的 XLSX 或 DOCX";

    private Refusals() {}

    /** Of another kind than those of the list. */
    static ProblemException unsupported() {
        return ProblemException.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, TAKEN + " | " + TAKEN_ZH);
    }

    /** It begins like one of the list, and then is none. */
    static ProblemException damaged(DocumentType type) {
        return ProblemException.of(
                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                "it begins as %1$s and does not go on as one; %2$s | 开头为 %1$s，其后不符；%3$s"
                        .formatted(type, TAKEN, TAKEN_ZH));
    }

    /** More pixels than a picture may have. */
    static ProblemException tooManyPixels(long most) {
        return ProblemException.of(
                ProblemKind.BODY_TOO_LARGE,
                "a picture has at most %1$,d pixels | 图片最多 %1$,d 像素".formatted(most));
    }

    /** More bytes than a document may have. */
    static ProblemException tooLarge(long most) {
        return ProblemException.of(
                ProblemKind.BODY_TOO_LARGE,
                "a document has at most %1$,d bytes | 文件最多 %1$,d 字节".formatted(most));
    }

    /** As much of this person's is waiting already as may. */
    static ProblemException tooMuchWaits(DocumentLimits limits) {
        return ProblemException.of(
                ProblemKind.TOO_MUCH_AT_ONCE,
                "of documents that nothing on record names, one person has at most %1$,d bytes, for %2$d hours each: submit what names them, or wait | 未被登记事项引用的文件，每人最多 %1$,d 字节，每份保留 %2$d 小时：请先提交引用它们的事项，或稍后再传"
                        .formatted(limits.waiting(), limits.kept().toHours()));
    }

    /** Another one of the same person, or too many of all, are on their way in. */
    static ProblemException busy() {
        return ProblemException.of(
                ProblemKind.TOO_MUCH_AT_ONCE,
                "another document of yours, or as many as are taken at once, is still coming in; nothing of this one was taken: send it again in a moment | 另有文件正在上传，本文件未被接收：请稍后再传");
    }

    /** It is not there, or not for this reader: nobody is told which. */
    static ProblemException nothing() {
        return ProblemException.of(
                ProblemKind.NO_SUCH_RESOURCE,
                "there is no such document, or none you may see | 没有这份文件，或您无权查看");
    }
}
