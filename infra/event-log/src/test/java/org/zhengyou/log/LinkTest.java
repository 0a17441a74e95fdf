package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.log.conformance.Samples.alone;
import static org.zhengyou.log.conformance.Samples.events;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final int[] SIZES = {2, 1, 3};

    @Test
    void from_every_position_the_links_lead_to_the_head() {
        try (EventLog log = EventLog.open(Mongo.collection(), alone())) {
            for (int size : SIZES) log.append(events(size), Condition.none());
            for (long position = 1; position <= log.head(); position++) {
                List<Link> links = log.links(position, 1_000);
                byte[] hash = log.hashBefore(links.getFirst().position());
                for (Link link : links) {
                    hash = Chain.next(hash, link.leaves());
                    assertThat(hash).isEqualTo(link.hash());
                }
                assertThat(new ChainHead(log.head(), hash)).isEqualTo(log.chainHead());
            }
        }
    }

    @Test
    void a_part_is_whole_transactions_and_begins_with_the_one_of_the_position() {
        try (EventLog log = EventLog.open(Mongo.collection(), alone())) {
            for (int size : SIZES) log.append(events(size), Condition.none());
            assertThat(log.links(2, 1)).extracting(Link::position).containsExactly(1L);
            assertThat(log.links(2, 3)).extracting(Link::position).containsExactly(1L, 3L);
            assertThat(log.links(6, 1).getFirst().leaves()).hasSize(3);
            assertThat(log.links(7, 1)).isEmpty();
        }
    }
}
