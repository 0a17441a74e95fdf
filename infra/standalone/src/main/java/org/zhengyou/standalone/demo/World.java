package org.zhengyou.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Who plays: the organisations and members as the platform shows them after the import, in the
 * order of their codes and numbers, so that the same seed plays the same campaign whatever ids they
 * got.
 *
 * @param seed from which all ids of the demonstration derive
 * @param committee the university Party committee
 * @param secondTier general branches and direct branches
 * @param branches branches under a general branch
 */
record World(
        long seed,
        Organization committee,
        List<Organization> secondTier,
        List<Organization> branches) {
    /**
     * An organisation.
     *
     * @param id given by the platform
     * @param code as in the spreadsheet
     * @param type {@code PARTY_COMMITTEE, GENERAL_BRANCH, DIRECT_BRANCH, BRANCH}
     * @param parent id of the organisation above; empty for the committee
     * @param members its own members in the order of their numbers, with those of its branches
     * @param secretary its secretary
     */
    record Organization(
            String id,
            String code,
            String type,
            String parent,
            List<Member> members,
            String secretary) {
        boolean isGeneralBranch() {
            return type.equals("GENERAL_BRANCH");
        }
    }

    /**
     * A member.
     *
     * @param id given by the platform
     * @param number as in the spreadsheet
     * @param kind {@code STAFF, STUDENT}
     */
    record Member(String id, String number, String kind) {}

    /** All organisations that act in the campaign, the committee apart. */
    List<Organization> units() {
        List<Organization> units = new ArrayList<>(secondTier);
        units.addAll(branches);
        return units;
    }

    /** Organisations to which members belong directly. */
    List<Organization> withMembers() {
        return units().stream().filter(unit -> !unit.isGeneralBranch()).toList();
    }

    /** The id of what is called so: the same for the same seed. */
    String id(String name) {
        return id(seed, name);
    }

    static String id(long seed, String name) {
        byte[] text = (seed + "/" + name).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(text).toString();
    }

    /** A number from 0 up to below the bound that is the same for the same seed and name. */
    int pick(String name, int bound) {
        return Math.floorMod((seed + "/" + name).hashCode() * 0x9E3779B9, bound);
    }

    /** A made-up SHA-256 of the document that is called so, in hexadecimal. */
    String digest(String name) {
        return (id(name) + id(name + "/")).replace("-", "");
    }
}
