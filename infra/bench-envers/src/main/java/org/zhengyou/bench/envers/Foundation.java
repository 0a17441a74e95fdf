package org.zhengyou.bench.envers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the tables with the rows that Hibernate and Envers would have written, faster than through
 * them.
 */
final class Foundation {
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final boolean tuned;

    Foundation(JdbcTemplate sql, TransactionTemplate transaction, boolean tuned) {
        this.sql = sql;
        this.transaction = transaction;
        this.tuned = tuned;
    }

    /**
     * A committee, its secretary, general branches, and a campaign with two phases.
     *
     * @param words ids: committee, secretary, campaign, then the general branches
     */
    Map<String, Double> found(List<String> words) {
        transaction.executeWithoutResult(
                status -> {
                    String committee = words.get(0);
                    organization(committee, "PARTY_COMMITTEE", null, "C");
                    for (String id : words.subList(3, words.size()))
                        organization(id, "GENERAL_BRANCH", committee, "G-" + id);
                    secretary(committee, words.get(1));
                    campaign(words.get(2));
                });
        return Map.of();
    }

    private void organization(String id, String type, @Nullable String above, String code) {
        sql.update(
                """
                insert into organization(id, type, parent_id, code, label_zh, label_en, existing_from)
                values (?::uuid, ?, ?::uuid, ?, '组织', '', '2006-01-01')""",
                id,
                type,
                above,
                code);
    }

    private void secretary(String organization, String person) {
        sql.update(
                """
                insert into appointment(id, organization_id, office, person, held_from)
                values (gen_random_uuid(), ?::uuid, 'SECRETARY', ?, '2006-09-01')""",
                organization,
                person);
    }

    private void campaign(String id) {
        sql.update(
                """
                insert into campaign(id, title_zh, launched_on)
                values (?::uuid, '实施方案', '2010-06-08')""",
                id);
        sql.update(
                """
                insert into phase(id, campaign_id, number, first_day, last_day)
                values (gen_random_uuid(), ?::uuid, 1, '2010-06-08', '2010-08-31'),
                  (gen_random_uuid(), ?::uuid, 2, '2010-09-01', '2011-07-31')""",
                id,
                id);
    }

    /**
     * Members that were registered one by one through a year; every fifth was transferred later.
     *
     * @param words how many
     */
    Map<String, Double> members(List<String> words) {
        int n = Integer.parseInt(words.getFirst());
        transaction.executeWithoutResult(
                status -> {
                    revisions(n + n / 5);
                    registered(n);
                    transferred(n);
                    latest();
                    if (tuned) tune();
                    sql.execute("analyze");
                });
        return Map.of();
    }

    private void revisions(int n) {
        sql.update(
                """
                insert into revinfo(rev, revtstmp)
                select i, extract(epoch from timestamp '2010-01-01') * 1000 + i * 31536000000 / ?
                from generate_series(1, ?) i""",
                n,
                n);
        sql.execute("alter sequence revinfo_seq restart with " + 2L * n);
    }

    private void registered(int n) {
        sql.update(
                """
                insert into party_member_aud(rev, revtype, id, branch, kind, name, number)
                select i, 0, md5('member' || i)::uuid, md5('branch' || i / 27)::uuid, 'STUDENT',
                  '党员' || i, 'DY' || i
                from generate_series(1, ?) i""",
                n);
    }

    private void transferred(int n) {
        sql.update(
                """
                insert into party_member_aud(rev, revtype, id, branch, kind, name, number)
                select ? + i, 1, md5('member' || 5 * i)::uuid, md5('branch' || i)::uuid, 'STUDENT',
                  '党员' || 5 * i, 'DY' || 5 * i
                from generate_series(1, ? / 5) i""",
                n,
                n);
    }

    private void latest() {
        sql.update(
                """
                insert into party_member(id, branch, kind, name, number)
                select distinct on (id) id, branch, kind, name, number
                from party_member_aud order by id, rev desc""");
    }

    /** What the strategy notes, and the indexes that questions as of a date want. */
    private void tune() {
        sql.update(
                """
                update party_member_aud a set revend = b.rev
                from party_member_aud b where b.id = a.id and b.rev > a.rev""");
        sql.execute("create index on party_member_aud(id, rev, revend)");
        sql.execute("create index on revinfo(revtstmp, rev)");
    }
}
