package org.zhengyou.bench.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.zhengyou.commendations.directory.CampaignId;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.commendations.rounds.RoundKind;

/** 集中表彰 (S69, S83): one round; one member in fifty is nominated and spoken for. */
final class CommendationsStory extends Story {
    private static final int ONE_IN = 50;
    private static final LocalDate OPENED = LocalDate.of(2011, 4, 11);
    private static final int DAYS = 30;
    private static final LocalDate BEFORE = RoundKind.CONCENTRATED.eveOf();

    private final RoundId round;

    CommendationsStory(University university, Consumer<Act> told) {
        super(university, told);
        round = new RoundId(university.id("round", 0));
    }

    @Override
    void tell() {
        say(
                "S69 GUIDE",
                start(OPENED),
                new CommendationRoundOpened(
                        round,
                        new CampaignId(university().campaign()),
                        RoundKind.CONCENTRATED,
                        List.of(AwardCategory.OUTSTANDING_MEMBER),
                        LocalDate.of(2010, 6, 8),
                        LocalDate.of(2011, 6, 30),
                        null,
                        BEFORE,
                        "基层申报、总支陈述、民主推荐",
                        null));
        int all = university().members() / ONE_IN;
        for (int i = 0; i < all; i++) nominate(i, spread(OPENED.plusDays(1), DAYS, i, all));
    }

    private void nominate(int i, Instant at) {
        int member = i * ONE_IN + 2; // neither transferred nor gone
        int branch = university().branchOf(member);
        NominationId nomination = new NominationId(university().id("nomination", i));
        OrganizationId unit = new OrganizationId(university().above(branch));
        say(
                "S83 IMPLEMENT",
                at,
                new NominationFiled(
                        nomination,
                        round,
                        AwardCategory.OUTSTANDING_MEMBER,
                        new CandidateId(university().member(member)),
                        new OrganizationId(university().branch(branch)),
                        unit,
                        BEFORE,
                        digest("nomination", i)));
        say(
                "S83 IMPLEMENT",
                at,
                new StatementPresented(nomination, round, unit, digest("statement", i)));
    }
}
