package org.zhengyou.kit.documents.papers;

import java.util.List;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.documents.papers.PaperCommand.FilePaper;
import org.zhengyou.kit.documents.papers.PaperEvent.PaperFiled;

/** Papers: everybody files what they like, for one person. */
public final class PaperService {
    private PaperService() {}

    /** Its page. */
    public static Service definition() {
        return Service.named("papers")
                .decider(
                        Decider.of("paper", PaperCommand.class, PaperEvent.class)
                                .about(PaperCommand::paper, PaperEvent::paper)
                                .decides(false, PaperService::decide, (filed, told) -> true)
                                .concerning(event -> Concern.ofCommittee("S1")))
                .view(new PaperBoard())
                .build();
    }

    private static List<PaperEvent> decide(Boolean filed, PaperCommand command, Given given) {
        given.authority().requireSelf(given.actor().person(), "S1");
        return switch (command) {
            case FilePaper c ->
                    List.of(new PaperFiled(c.paper(), c.to(), c.documentDigest(), c.annexes()));
        };
    }
}
