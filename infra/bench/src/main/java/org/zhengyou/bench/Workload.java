package org.zhengyou.bench;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.zhengyou.kit.runtime.NewIds;

/** A command that is sent again and again, each time about something new. */
enum Workload {
    /** 计划活动 (S57): a typical decision, over the campaign's calendar and the actor's office. */
    PLAN_ACTIVITY("activities", "PlanActivity", "2010-09-13") {
        @Override
        String body(World world, String id, long n) {
            return """
            {"activity":"%s","campaign":"%s","organization":"%s","theme":"POST_DEDICATION",\
            "form":"工作研讨","titleZh":"岗位奉献：本职岗位工作研讨","plannedFor":"2010-09-20"}"""
                    .formatted(id, world.campaignId(), world.generalBranch(n));
        }
    },

    /** 成立党组织 (S66): the fact that most others listen to, all six services. */
    ESTABLISH_ORGANIZATION("organizations", "EstablishOrganization", "2010-06-01") {
        @Override
        String body(World world, String id, long n) {
            return """
            {"organization":"%s","type":"BRANCH","hostUnitKind":"COLLEGE","parent":"%s",\
            "code":"B%d","labelZh":"党支部%d","labelEn":"Branch %d"}"""
                    .formatted(id, world.generalBranch(n), n, n, n);
        }
    };

    /** So that no two commands are about the same. */
    private static final AtomicLong SENT = new AtomicLong();

    private final String service;
    private final String command;
    private final String day;

    Workload(String service, String command, String day) {
        this.service = service;
        this.command = command;
        this.day = day;
    }

    abstract String body(World world, String id, long n);

    String service() {
        return service;
    }

    String command() {
        return command;
    }

    /** Requests to the gateway on this port, each with an id and an idempotency key of its own. */
    Supplier<byte[]> requests(World world, int port) {
        String head =
                """
                POST /api/%s/commands/%s HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Zhengyou-Effective-At: %s\r
                """
                        .formatted(service, command, port, world.token(), day);
        return () -> request(head, body(world, newId(), SENT.getAndIncrement()));
    }

    private static byte[] request(String head, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] start =
                (head
                                + "Idempotency-Key: "
                                + random()
                                + "\r\nContent-Length: "
                                + content.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        return request;
    }

    private static String newId() {
        return NewIds.at(System.currentTimeMillis(), random()).toString();
    }

    /** Cheaper than a secure one. */
    private static UUID random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }
}
