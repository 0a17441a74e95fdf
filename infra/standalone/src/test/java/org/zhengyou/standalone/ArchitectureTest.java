package org.zhengyou.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house. */
class ArchitectureTest {
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.zhengyou");

    private static final List<String> SERVICES =
            List.of(
                    "organizations",
                    "members",
                    "activities",
                    "evaluations",
                    "commendations",
                    "insight");

    private static final String[] SERVICE_PACKAGES =
            SERVICES.stream().map(s -> "org.zhengyou." + s + "..").toArray(String[]::new);

    @Test
    void the_rules_see_every_room() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass type : ALL) rooms.add(type.getPackageName().split("\\.", -1)[2]);
        assertThat(rooms)
                .containsAll(SERVICES)
                .contains("journal", "log", "kit", "embedded", "gateway", "standalone");
    }

    @Test
    void only_the_log_and_the_kit_import_axon() {
        noClasses()
                .that(resideOutsideOfPackages("org.zhengyou.log..", "org.zhengyou.kit.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(ALL);
    }

    @Test
    void the_log_knows_no_spring_and_nothing_else_of_the_house() {
        noClasses()
                .that()
                .resideInAPackage("org.zhengyou.log..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework..", "org.zhengyou..")
                                .and(resideOutsideOfPackages("org.zhengyou.log..")))
                .check(ALL);
    }

    @Test
    void only_the_kit_and_the_embedded_servers_know_kafka() {
        noClasses()
                .that(resideOutsideOfPackages("org.zhengyou.kit..", "org.zhengyou.embedded.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(ALL);
    }

    @Test
    void a_service_holds_rules_and_views_and_little_else() {
        for (String service : SERVICES)
            classes()
                    .that()
                    .resideInAPackage("org.zhengyou." + service + "..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "org.zhengyou." + service + "..",
                                    "org.zhengyou.kit..",
                                    "java..",
                                    "jakarta.validation.constraints..",
                                    "org.jspecify.."))
                    .check(ALL);
    }

    @Test
    void a_service_uses_no_clock_no_random_number_and_makes_no_id() {
        ArchRule rule =
                noClasses()
                        .that(resideInAnyPackage(SERVICE_PACKAGES))
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Clock.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Random.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(ThreadLocalRandom.class);
        rule.check(ALL);
    }

    @Test
    void the_gateway_knows_no_service() {
        noClasses()
                .that()
                .resideInAPackage("org.zhengyou.gateway..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.zhengyou..")
                                .and(
                                        resideOutsideOfPackages(
                                                "org.zhengyou.gateway..",
                                                "org.zhengyou.journal..")))
                .check(ALL);
    }

    @Test
    void every_package_is_null_marked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : ALL)
            if (!type.getPackage().isAnnotatedWith(NullMarked.class))
                unmarked.add(type.getPackageName());
        assertThat(unmarked).isEmpty();
    }

    @Test
    void no_package_is_named_after_a_pattern() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..api..", "..dto..", "..util..", "..common..", "..impl..", "..config..")
                .check(ALL);
    }

    @Test
    void a_rule_that_must_fail_does_fail() {
        ArchRule canary =
                noClasses()
                        .that()
                        .resideInAPackage("org.zhengyou.kit..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.axonframework..");

        assertThatThrownBy(() -> canary.check(ALL)).isInstanceOf(AssertionError.class);
    }
}
