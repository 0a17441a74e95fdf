package org.zhengyou.kit.runtime;

/** Makes one {@link Part} for one service. */
@FunctionalInterface
public interface PartFactory {
    /**
     * The part of this service.
     *
     * @param runtime the service; {@link ServiceRuntime#axon}, {@link ServiceRuntime#commands} and
     *     {@link ServiceRuntime#knowledge} are there only once all parts are made
     */
    Part create(ServiceRuntime runtime);
}
