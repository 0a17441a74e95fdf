package org.zhengyou.kit.documents;

import org.springframework.util.MultiValueMap;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.view.View;

/** Who may open documents. One part of a service knows it. */
@FunctionalInterface
public interface DocumentReaders {
    /**
     * Whether this reader is shown a row that names the document ({@link View#documents}).
     *
     * @param question as a view is asked it: {@code asOf}, {@code knownAt}, {@code after}
     * @throws org.zhengyou.kit.http.ProblemException if the question is wrong, or cannot be
     *     answered in time
     */
    boolean mayOpen(String digest, Actor reader, MultiValueMap<String, String> question);
}
