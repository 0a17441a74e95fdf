package org.zhengyou.bench.envers;

import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The platform's paths. */
@RestController
class Endpoints {
    private static final String DAY = "Zhengyou-Effective-At";

    private final Commands commands;
    private final Pages pages;

    Endpoints(Commands commands, Pages pages) {
        this.commands = commands;
        this.pages = pages;
    }

    /** Body of a command. */
    record PlanActivity(
            UUID activity,
            UUID campaign,
            UUID organization,
            String theme,
            String form,
            String titleZh,
            LocalDate plannedFor) {}

    /** Body of a command. */
    record EstablishOrganization(
            UUID organization,
            String type,
            @Nullable String hostUnitKind,
            UUID parent,
            String code,
            String labelZh,
            String labelEn) {}

    /** What is answered to a command. */
    record Done(UUID id) {}

    /** A row of a page. */
    record Member(UUID key, UUID branch, String kind, String name, String number) {}

    /** A page. */
    record Page(List<Member> rows) {}

    @PostMapping("/api/activities/commands/PlanActivity")
    @ResponseStatus(HttpStatus.CREATED)
    Done plan(@RequestBody PlanActivity c, @RequestHeader(DAY) LocalDate day, Principal actor) {
        commands.plan(c, actor.getName(), day);
        return new Done(c.activity());
    }

    @PostMapping("/api/organizations/commands/EstablishOrganization")
    @ResponseStatus(HttpStatus.CREATED)
    Done establish(
            @RequestBody EstablishOrganization c,
            @RequestHeader(DAY) LocalDate day,
            Principal actor) {
        commands.establish(c, actor.getName(), day);
        return new Done(c.organization());
    }

    @GetMapping("/api/members/members")
    Page members(
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = "50") int limit,
            Principal actor) {
        return new Page(
                asOf == null
                        ? pages.now(actor.getName(), limit)
                        : pages.at(actor.getName(), asOf, limit));
    }
}
