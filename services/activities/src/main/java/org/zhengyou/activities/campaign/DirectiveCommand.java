package org.zhengyou.activities.campaign;

import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.validation.Text;

/** 依据文件 (S1). What may be said of a superior directive. */
public sealed interface DirectiveCommand {
    /** The directive concerned. */
    DirectiveId directive();

    /**
     * 登记依据文件 (S1). Registers a superior directive on which a campaign rests.
     *
     * @param directive a new random id
     * @param number its document number, e.g. 川委办〔2010〕13号; unique; at most 60 characters
     * @param issuer who issued it; at most 100 characters
     * @param titleZh its title; at most 200 characters
     * @param digest SHA-256 of the document in hexadecimal
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S1")
    record RegisterDirective(
            @New DirectiveId directive,
            @Text(max = 60) String number,
            @Text(max = 100) String issuer,
            @Text(max = 200) String titleZh,
            @Digest String digest)
            implements DirectiveCommand {}
}
