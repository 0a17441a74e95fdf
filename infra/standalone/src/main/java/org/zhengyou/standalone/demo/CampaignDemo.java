package org.zhengyou.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.demo.SampleSheets.Sheet;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * 演示活动. Plays the campaign from June 2010 to the commendation of June 2011, through the gateway, as
 * a client would. Every command has an idempotency key and every id derives from the seed, so that
 * it can be stopped anywhere and played again: what was done stays done, the rest follows.
 */
public final class CampaignDemo {
    private final long seed;
    private final PlatformClient client;
    private final Player player;

    /**
     * A demonstration.
     *
     * @param seed from which everything derives
     * @param client that can act as any of the demo people
     * @param progress is told how far it has come
     */
    public CampaignDemo(long seed, PlatformClient client, DemoProgress progress) {
        this.seed = seed;
        this.client = client;
        this.player = new Player(client, progress);
    }

    /** Plays it with the spreadsheets that are shipped: about 4,000 members. */
    public void play() {
        play(
                SampleSheets.shipped("organizations.xlsx"),
                List.of(
                        SampleSheets.shipped("members-staff.csv"),
                        SampleSheets.shipped("members-students.xlsx")));
    }

    /** Plays it with a smaller university, for tests. */
    public void play(SampleUniversity university) {
        List<Sheet> members = new ArrayList<>();
        if (!university.staff().isEmpty()) members.add(SampleSheets.staff(university));
        if (!university.students().isEmpty()) members.add(SampleSheets.students(university));
        play(SampleSheets.organizations(university), members);
    }

    private void play(Sheet organizations, List<Sheet> members) {
        String secretary = DemoPeople.COMMITTEE_SECRETARY.subject();
        World world = new Founding(seed, client, player).found(organizations, members);
        List<Stage> stages = new ArrayList<>();
        Commendation commendation = new Commendation(world, secretary);
        stages.addAll(new CampaignBodiesStage(world, secretary).stages());
        stages.add(commendation.policies());
        stages.addAll(new Mobilization(world, secretary).stages());
        stages.addAll(new FiveActivities(world, secretary).stages());
        stages.addAll(new YearEndReview(world, secretary).stages());
        stages.addAll(commendation.stages());
        stages.forEach(player::play);
    }

    /**
     * Positions of all services that were told so far, as the {@code after} parameter takes them.
     */
    public List<String> heads() {
        return player.heads();
    }
}
