package org.zhengyou.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.kit.adoption.AdoptablePolicy;
import org.zhengyou.kit.adoption.AdoptedPolicies;
import org.zhengyou.kit.adoption.PolicyAdoption;
import org.zhengyou.kit.attestation.Attestation;
import org.zhengyou.kit.attestation.LateActs;
import org.zhengyou.kit.attestation.Lateness;
import org.zhengyou.kit.authority.MemberFacts;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.imports.SheetImport;
import org.zhengyou.kit.policy.Deadline;
import org.zhengyou.kit.policy.Policy;
import org.zhengyou.kit.view.View;

/**
 * A service on one page: its deciders, views, policies and what it listens to.
 *
 * @param name path segment, database and topic prefix: {@code evaluations}
 * @param deciders its rules
 * @param views what it shows
 * @param directories local copies of other services' facts, for its rules only, never served
 * @param policies what it does by itself on a fact
 * @param deadlines what it does by itself when something is due
 * @param imports spreadsheets it takes
 * @param listensTo by source service, the records it reads that service's events with; the simple
 *     name of a record is the name of the event
 * @param opensPersonalData whether this service holds the keys of sealed personal values
 */
public record Service(
        String name,
        List<Decider<?, ?, ?>> deciders,
        List<View<?, ?>> views,
        List<View<?, ?>> directories,
        List<Policy> policies,
        List<Deadline<?>> deadlines,
        List<SheetImport> imports,
        Map<String, List<Class<?>>> listensTo,
        boolean opensPersonalData) {

    /** Starts the page of the service with this name. */
    public static Page named(String name) {
        return new Page(name);
    }

    /** The page while it is written. */
    public static final class Page {
        private final String name;
        private final List<Decider<?, ?, ?>> deciders = new ArrayList<>();
        private final List<View<?, ?>> views = new ArrayList<>();
        private final List<View<?, ?>> directories = new ArrayList<>();
        private final List<Policy> policies = new ArrayList<>();
        private final List<Deadline<?>> deadlines = new ArrayList<>();
        private final List<SheetImport> imports = new ArrayList<>();
        private final Map<String, List<Class<?>>> listensTo = new LinkedHashMap<>();
        private final List<AdoptablePolicy<?>> adopted = new ArrayList<>();
        private boolean attestsLateActs;
        private boolean opensPersonalData;

        private Page(String name) {
            this.name = name;
        }

        /** Adds rules. */
        public Page decider(Decider<?, ?, ?> decider) {
            deciders.add(decider);
            return this;
        }

        /** Adds a view that is served. */
        public Page view(View<?, ?> view) {
            views.add(view);
            return this;
        }

        /** Adds a directory for rules, never served. */
        public Page directory(View<?, ?> directory) {
            directories.add(directory);
            return this;
        }

        /** Adds a policy. */
        public Page policy(Policy policy) {
            policies.add(policy);
            return this;
        }

        /** Adds a deadline. */
        public Page deadline(Deadline<?> deadline) {
            deadlines.add(deadline);
            return this;
        }

        /** Adds a spreadsheet this service takes. */
        public Page imports(SheetImport sheet) {
            imports.add(sheet);
            return this;
        }

        /**
         * Lets the university committee adopt these policies; adds the rules and a view for that.
         */
        public Page adopts(AdoptablePolicy<?>... policies) {
            adopted.addAll(List.of(policies));
            return this;
        }

        /**
         * Shows what is recorded late or entered from a document, until a second person attests it.
         * After how many days an act is late is a policy of its own.
         */
        public Page attestsLateActs() {
            decider(Attestation.decider()).adopts(Lateness.POLICY);
            attestsLateActs = true;
            return this;
        }

        /** Reads these events of another service, each with the reader's own record. */
        public Page listensTo(String source, Class<?>... events) {
            listensTo.computeIfAbsent(source, s -> new ArrayList<>()).addAll(List.of(events));
            return this;
        }

        /** Learns who is on which branch's register; rules ask {@link Registers}. */
        public Page knowsMembers() {
            return listensTo("members", MemberFacts.ALL.toArray(Class<?>[]::new));
        }

        /** Holds the keys of sealed personal values. */
        public Page opensPersonalData() {
            opensPersonalData = true;
            return this;
        }

        private List<Class<?>> ownEvents() {
            List<Class<?>> all = new ArrayList<>();
            for (Decider<?, ?, ?> decider : deciders) all.add(decider.emits());
            return all;
        }

        /** The finished page. */
        public Service build() {
            List<AdoptablePolicy<?>> all = List.copyOf(adopted);
            if (!all.isEmpty()) decider(PolicyAdoption.decider(all)).view(new AdoptedPolicies(all));
            if (attestsLateActs) view(new LateActs(ownEvents()));
            return new Service(
                    name,
                    List.copyOf(deciders),
                    List.copyOf(views),
                    List.copyOf(directories),
                    List.copyOf(policies),
                    List.copyOf(deadlines),
                    List.copyOf(imports),
                    Map.copyOf(listensTo),
                    opensPersonalData);
        }
    }
}
