package org.zhengyou.standalone.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.standalone.demo.World.Organization;

/**
 * 支部经办人 (S83). By whose hand branches file for themselves: nobody above may in their place. The
 * liaison sits in the campaign office of every general branch and direct branch already; a branch
 * under a general branch has no such office, so there the liaison is deputy secretary for the days
 * of the filing, and no longer: a deputy reads the names of the branch.
 */
final class BranchHands {
    static final String HAND = Mobilization.LIAISON;

    private static final String SERVICE = "organizations";
    private static final String OFFICE = "DEPUTY_SECRETARY";
    private static final String FIRST_DAY = "2011-05-20";
    private static final String DAY_AFTER = "2011-06-02";

    private final World world;
    private final String secretary;

    BranchHands(World world, String secretary) {
        this.world = world;
        this.secretary = secretary;
    }

    Stage lent() {
        Stage stage = new Stage("支部副书记任职 · deputies of the branches");
        for (Organization branch : branches()) {
            Map<String, Object> body = of(branch);
            body.put("office", OFFICE);
            body.put("person", HAND);
            send(stage, "AppointToOffice", branch, FIRST_DAY, body);
        }
        return stage;
    }

    Stage returned() {
        Stage stage = new Stage("支部副书记免职 · deputies of the branches step down");
        for (Organization branch : branches()) {
            Map<String, Object> body = of(branch);
            body.put("reason", "申报工作结束");
            send(stage, "EndOfficeAppointment", branch, DAY_AFTER, body);
        }
        return stage;
    }

    /** But not the one whose secretary the liaison is. */
    private List<Organization> branches() {
        return world.branches().stream().filter(one -> !one.secretary().equals(HAND)).toList();
    }

    private Map<String, Object> of(Organization branch) {
        Map<String, Object> body = new HashMap<>();
        body.put("appointment", world.id("appointment/hand/" + branch.code()));
        body.put("organization", branch.id());
        return body;
    }

    private void send(
            Stage stage, String name, Organization branch, String day, Map<String, Object> body) {
        String about = "hand/" + branch.code();
        stage.chain().then(secretary, SERVICE, name, about, day, body);
    }
}
