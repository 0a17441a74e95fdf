package org.zhengyou.activities.campaign;

import org.zhengyou.kit.decide.Concern;

/** 依据文件 (S1). What happened to a superior directive. */
public sealed interface DirectiveEvent {
    /** The directive concerned. */
    DirectiveId directive();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case DirectiveRegistered e -> Concern.ofCommittee("S1");
        };
    }

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
