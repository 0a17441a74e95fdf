package org.zhengyou.activities.projects;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Distinct;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Violation;

/**
 * 项目内容 (S60). What a member project is to achieve, under whose lead, and by when.
 *
 * @param kind tackling project or brand project
 * @param titleZh its title, 1 to 200 characters; names no person
 * @param goalZh what it is to achieve, 1 to 1000 characters; names no person
 * @param lead who leads it
 * @param participants who else takes part, at most 100
 * @param from its first day
 * @param to its last day as planned
 */
public record Undertaking(
        Kind kind,
        @Text(max = 200) String titleZh,
        @Text(max = 1000) String goalZh,
        MemberId lead,
        @Size(max = 100) @Distinct List<MemberId> participants,
        LocalDate from,
        LocalDate to)
        implements Consistent {
    /** 攻关项目, 品牌工程. */
    public enum Kind {
        TACKLING,
        BRAND
    }

    @Override
    public List<Violation> contradictions() {
        return Violation.unless(!to.isBefore(from), "to", "must not be before from | 不得早于 from");
    }
}
