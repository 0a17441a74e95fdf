package org.zhengyou.activities.directory;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyou.activities.directory.MemberDirectory.Affiliation;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.view.Lookup;

/**
 * 花名册 (S36, S54). The members of an organisation and of those below it at one instant.
 *
 * @param lookup the local directories
 * @param organization whose members
 * @param at when
 * @param clause the clause that asks
 */
public record Roster(Lookup lookup, OrganizationId organization, Instant at, String clause) {
    /** How many members a refusal names at most. */
    public static final int MOST_NAMED = 20;

    /**
     * The branch of each of these members at that instant, all of them at or below the
     * organisation.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if a member is not known here yet,
     *     OUT_OF_SCOPE if one belonged elsewhere; the ids are named
     */
    public SortedMap<MemberId, OrganizationId> require(Collection<MemberId> members) {
        var branches = new TreeMap<MemberId, OrganizationId>(Roster::byValue);
        List<MemberId> unknown = new ArrayList<>();
        List<MemberId> elsewhere = new ArrayList<>();
        Map<String, Boolean> below = new HashMap<>();
        List<String> ids = members.stream().map(MemberId::value).toList();
        for (var entry : lookup.lookAll(MemberDirectory.class, ids).entrySet()) {
            MemberId member = new MemberId(entry.getKey());
            Affiliation known = entry.getValue();
            String branch = known.at(at).orElse("");
            if (!known.isKnown()) unknown.add(member);
            else if (branch.isEmpty() || !below.computeIfAbsent(branch, this::isBelow))
                elsewhere.add(member);
            else branches.put(member, new OrganizationId(branch));
        }
        if (!unknown.isEmpty())
            throw refuse(RESULT_MISSING, clause, "members not known here yet: " + named(unknown));
        if (!elsewhere.isEmpty())
            throw refuse(
                    OUT_OF_SCOPE, clause, "not on the roster of that date: " + named(elsewhere));
        return branches;
    }

    private boolean isBelow(String branch) {
        return OrganizationDirectory.lineOf(lookup, branch, at).contains(organization.value());
    }

    private static String named(List<MemberId> members) {
        List<String> first = members.stream().limit(MOST_NAMED).map(MemberId::value).toList();
        int more = members.size() - first.size();
        return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
    }

    private static int byValue(MemberId one, MemberId other) {
        return one.value().compareTo(other.value());
    }
}
