package org.zhengyou.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.PlatformClient.Paper;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * A part of the campaign: chains of commands that do not depend on each other; within a chain each
 * command follows the answer to the one before. Ids and keys derive from the seed, so the same
 * stage played again is the same to the letter.
 */
final class Stage {
    private final String title;
    private final List<List<Command>> chains = new ArrayList<>();
    private List<Command> open = new ArrayList<>();

    Stage(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Begins a new chain. */
    Stage chain() {
        open = new ArrayList<>();
        chains.add(open);
        return this;
    }

    /** Adds a command to the chain begun last. Its key is its name and what it is about. */
    Stage then(
            String by,
            String service,
            String name,
            String about,
            String effectiveAt,
            Map<String, ?> body) {
        return then(new Command(by, service, name, body, effectiveAt, key(name, about), List.of()));
    }

    /**
     * As the other, by whoever signed the paper: by their own hand if they can sign in, else
     * entered by this person (P-ENTERED).
     */
    Stage then(
            String by,
            Paper paper,
            String service,
            String name,
            String about,
            String effectiveAt,
            Map<String, ?> body) {
        if (DemoPeople.isOne(paper.by()))
            return then(paper.by(), service, name, about, effectiveAt, body);
        String key = key(name, about);
        return then(new Command(by, service, name, body, effectiveAt, key, List.of(), paper));
    }

    private Stage then(Command command) {
        if (chains.isEmpty()) chain();
        open.add(command);
        return this;
    }

    private static String key(String name, String about) {
        return name + ":" + about;
    }

    List<List<Command>> chains() {
        return chains;
    }

    int size() {
        return chains.stream().mapToInt(List::size).sum();
    }
}
