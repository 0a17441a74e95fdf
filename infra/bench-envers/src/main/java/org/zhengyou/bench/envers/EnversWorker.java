package org.zhengyou.bench.envers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hibernate.envers.strategy.internal.ValidityAuditStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengyou.bench.subject.Worker;

/** The process of the peer: gateway and service, told line by line what is to be in its tables. */
public final class EnversWorker {
    /** The strategy of Envers that notes in a row of history where its validity ends. */
    private static final String VALIDITY = ValidityAuditStrategy.class.getName();

    private EnversWorker() {}

    /**
     * One argument of words: the address of PostgreSQL, that of the issuer's keys, and {@code
     * generated} or {@code tuned}.
     */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments[0].split(" ", -1));
        boolean tuned = words.get(2).equals("tuned");
        try (ConfigurableApplicationContext service =
                        ServiceApplication.start(
                                words.get(0), words.get(1), tuned ? VALIDITY : "");
                ConfigurableApplicationContext gateway = GatewayApplication.start(port(service))) {
            Foundation foundation =
                    new Foundation(
                            service.getBean(JdbcTemplate.class),
                            service.getBean(TransactionTemplate.class),
                            tuned);
            int port = port(gateway);
            new Worker(
                            Map.of(
                                    "port", none -> Map.of("port", (double) port),
                                    "found", foundation::found,
                                    "members", foundation::members))
                    .serve();
        }
    }

    private static int port(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
