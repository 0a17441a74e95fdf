package org.zhengyou.members.register;

import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/** 党支部编号 (F6). Which organisation a code in a spreadsheet means. */
public final class BranchesByCode extends Directory<BranchesByCode.Coded> {
    private static final int LONGEST_KEY = 200;

    /** 党组织成立, with the fields needed here. */
    public record OrganizationEstablished(String organization, @Nullable String code) {}

    /** The organisation with one code. */
    public record Coded(Timeline<String> organization) {}

    /** Whether anything can be kept under this text. */
    static boolean isKey(String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_KEY
                && code.chars().noneMatch(Character::isISOControl);
    }

    /** The view; its rows are empty. */
    public BranchesByCode() {
        super("branches-by-code", Coded.class, key -> new Coded(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Coded> rows) {
        if (fact.event() instanceof OrganizationEstablished e
                && e.code() != null
                && isKey(e.code()))
            rows.update(
                    e.code(),
                    row -> new Coded(row.organization().with(fact.order(), e.organization())));
    }
}
