package org.zhengyou.kit.documents;

/** The closed list of what a document may be. What it is, its bytes say, never its name. */
enum DocumentType {
    PDF("application/pdf", "pdf", true),
    JPEG("image/jpeg", "jpg", true),
    PNG("image/png", "png", true),
    TEXT("text/plain;charset=UTF-8", "txt", false),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", false),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", false);

    private final String mediaType;
    private final String extension;
    private final boolean isShown;

    DocumentType(String mediaType, String extension, boolean isShown) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.isShown = isShown;
    }

    /** Its media type. */
    String mediaType() {
        return mediaType;
    }

    /** How names of such files end, without the dot. */
    String extension() {
        return extension;
    }

    /** Whether a browser shows it; whatever else there is, it saves. */
    boolean isShown() {
        return isShown;
    }
}
