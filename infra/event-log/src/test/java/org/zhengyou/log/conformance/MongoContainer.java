package org.zhengyou.log.conformance;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** MongoDB in a container, if there is a Docker engine with the image; nothing is downloaded. */
final class MongoContainer {
    private static final String IMAGE =
            Optional.ofNullable(System.getenv("ZHENGYOU_TEST_MONGODB_IMAGE")).orElse("mongo:8");

    private MongoContainer() {}

    static String start() {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(), "there is no Docker engine");
        Assumptions.assumeTrue(
                isImageThere(), "the image " + IMAGE + " is not there: docker pull " + IMAGE);
        MongoDBContainer container =
                new MongoDBContainer(
                        DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("mongo"));
        container.withReplicaSet();
        container.start();
        return container.getConnectionString() + "/?directConnection=true";
    }

    private static boolean isImageThere() {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(IMAGE).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
