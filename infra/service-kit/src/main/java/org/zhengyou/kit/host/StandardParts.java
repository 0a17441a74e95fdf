package org.zhengyou.kit.host;

import java.util.List;
import org.zhengyou.kit.documents.DocumentPart;
import org.zhengyou.kit.http.MePart;
import org.zhengyou.kit.imports.SheetImports;
import org.zhengyou.kit.openapi.OpenApiPart;
import org.zhengyou.kit.projection.LivePart;
import org.zhengyou.kit.runtime.PartFactory;

/** What every service is made of besides its command path, in the order in which it is started. */
final class StandardParts {
    static final List<PartFactory> ALL =
            List.of(
                    LivePart::new,
                    SheetImports::new,
                    DocumentPart::new,
                    OpenApiPart::new,
                    MePart::new);

    private StandardParts() {}
}
