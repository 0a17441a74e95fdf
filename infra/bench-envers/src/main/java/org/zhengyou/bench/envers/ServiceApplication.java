package org.zhengyou.bench.envers;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The service: Tomcat on virtual threads, a pool of connections, Hibernate with Envers. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableJpaRepositories(considerNestedRepositories = true)
class ServiceApplication {
    private static final int CONNECTIONS = 32;
    private static final int MOST_MILLIS = 60_000;

    /**
     * Starts it with empty tables.
     *
     * @param database address of PostgreSQL
     * @param keys where the keys of the issuer of tokens are
     * @param strategy class of Envers that writes history; empty for the one it has by itself
     */
    static ConfigurableApplicationContext start(String database, String keys, String strategy) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "warn");
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", 0);
        properties.put("server.tomcat.max-keep-alive-requests", -1);
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.cloud.gateway.server.webflux.enabled", false);
        properties.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", keys);
        storage(properties, database);
        if (!strategy.isEmpty())
            properties.put("spring.jpa.properties.org.hibernate.envers.audit_strategy", strategy);
        SpringApplication application = new SpringApplication(ServiceApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setDefaultProperties(properties);
        return application.run();
    }

    private static void storage(Map<String, Object> properties, String database) {
        properties.put("spring.datasource.url", database + "&reWriteBatchedInserts=true");
        properties.put("spring.datasource.hikari.maximum-pool-size", CONNECTIONS);
        properties.put("spring.datasource.hikari.auto-commit", false);
        properties.put(
                "spring.datasource.hikari.connection-init-sql",
                "set statement_timeout = " + MOST_MILLIS);
        properties.put("spring.jpa.open-in-view", false);
        properties.put("spring.jpa.hibernate.ddl-auto", "create");
        String hibernate = "spring.jpa.properties.hibernate.";
        properties.put(hibernate + "connection.provider_disables_autocommit", true);
        properties.put(hibernate + "jdbc.batch_size", 50);
        properties.put(hibernate + "order_inserts", true);
        properties.put(hibernate + "order_updates", true);
    }

    /** A token on every request, and no sessions. */
    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .build();
    }
}
