package org.zhengyou.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.documents.DocumentPart;
import org.zhengyou.kit.http.CommandEndpoint;
import org.zhengyou.kit.http.MePart;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.imports.SheetImports;
import org.zhengyou.kit.projection.LivePart;
import org.zhengyou.kit.runtime.EventNames;

/** What is promised of everything that a service answers, known without running it. */
final class ServiceOperations {
    private ServiceOperations() {}

    static List<Operation> of(Service service, EventNames names) {
        List<Operation> all = new ArrayList<>();
        names.commands()
                .forEach(
                        (name, type) ->
                                all.add(CommandEndpoint.operation(service.name(), name, type)));
        all.addAll(LivePart.operations(service));
        all.addAll(SheetImports.operations(service));
        all.addAll(DocumentPart.operations(service));
        all.add(OpenApiPart.operation("/" + service.name()));
        all.add(MePart.operation(service.name()));
        return all;
    }
}
