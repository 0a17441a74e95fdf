package org.zhengyou.kit.authority;

import java.util.ArrayList;
import java.util.List;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.documents.DocumentNames;
import org.zhengyou.kit.view.View;

/**
 * The directories by which authority is judged. Every service has them; that of members is empty
 * where the service's page does not say {@code knowsMembers()}.
 */
public final class Directories {
    private Directories() {}

    /** New ones. */
    public static List<View<?, ?>> ofEveryService() {
        return List.of(
                new OrganizationDirectory(),
                new OfficeDirectory(),
                new BodyDirectory(),
                new MemberDirectory());
    }

    /**
     * All views of a service: those it serves, those it only looks at, those of everybody, and
     * which documents its facts name.
     */
    public static List<View<?, ?>> allViewsOf(Service page) {
        List<View<?, ?>> views = new ArrayList<>(page.views());
        views.addAll(page.directories());
        views.addAll(ofEveryService());
        if (!page.deciders().isEmpty()) views.add(new DocumentNames(page.name()));
        return views;
    }
}
