package org.zhengyou.evaluations.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyou.evaluations.EvaluationsService;
import org.zhengyou.evaluations.directory.CampaignFacts.CampaignClosed;
import org.zhengyou.evaluations.directory.CampaignFacts.CampaignLaunched;
import org.zhengyou.evaluations.directory.CampaignFacts.MilestoneDateFixed;
import org.zhengyou.evaluations.directory.CommendationFacts.CommendationRoundOpened;
import org.zhengyou.evaluations.schemes.SchemeUses;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.kit.spec.ViewLaws;

/** What other services write can be read here. */
class ForeignFactsTest {
    @ParameterizedTest
    @MethodSource("records")
    void an_approved_sample_of_its_producer_is_read_whole(String producer, Class<?> type) {
        assertThat(ApprovedSamples.read(producer, type)).hasNoNullFieldsOrProperties();
    }

    static List<Arguments> records() {
        List<Arguments> records = new ArrayList<>();
        EvaluationsService.definition()
                .listensTo()
                .forEach(
                        (producer, types) ->
                                types.forEach(type -> records.add(arguments(producer, type))));
        return records;
    }

    @Test
    void what_is_known_of_campaigns_does_not_depend_on_the_order_of_facts() {
        var facts =
                ViewLaws.facts(
                        "activities",
                        "2010-06-01",
                        new CampaignLaunched("first"),
                        new MilestoneDateFixed("first", "NINETIETH_ANNIVERSARY", day("2011-07-01")),
                        new MilestoneDateFixed("first", "EIGHTEENTH_CONGRESS", day("2012-11-08")),
                        new CampaignClosed("first"),
                        new CampaignLaunched("second"));
        ViewLaws.isOrderFree(new CampaignWindows(), facts);
        ViewLaws.survivesStorage(new CampaignWindows(), facts);
    }

    @Test
    void the_uses_of_schemes_do_not_depend_on_the_order_of_facts() {
        var facts =
                ViewLaws.facts(
                        "commendations",
                        "2011-05-01",
                        new CommendationRoundOpened("one", List.of("OUTSTANDING_MEMBER")),
                        new CommendationRoundOpened(
                                "two",
                                List.of("OUTSTANDING_MEMBER", "ADVANCED_PRIMARY_ORGANIZATION")));
        ViewLaws.isOrderFree(new SchemeUses(), facts);
        ViewLaws.survivesStorage(new SchemeUses(), facts);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
