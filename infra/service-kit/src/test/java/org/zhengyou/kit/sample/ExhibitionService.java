package org.zhengyou.kit.sample;

import org.zhengyou.kit.Service;

/** 展览. The service the kit is tested with. */
public final class ExhibitionService {
    /** Its name. */
    public static final String NAME = "exhibitions";

    private ExhibitionService() {}

    /** Its page. */
    public static Service definition() {
        return Service.named(NAME).decider(Exhibition.decider()).opensPersonalData().build();
    }
}
