package org.zhengyou.activities.campaign;

/** 依据文件 (S1). What happened to a superior directive. */
public sealed interface DirectiveEvent {
    /** The directive concerned. */
    DirectiveId directive();

    /**
     * 依据文件已登记 (S1). A superior directive is on record.
     *
     * @param directive its id
     * @param number its document number
     * @param issuer who issued it
     * @param titleZh its title
     * @param digest SHA-256 of the document
     */
    record DirectiveRegistered(
            DirectiveId directive, String number, String issuer, String titleZh, String digest)
            implements DirectiveEvent {}
}
