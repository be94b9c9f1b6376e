package tw.touchstone.vocabulary.profile;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import tw.touchstone.model.LangText;

/// What a graph says about one subject, in our own spelling ([Described]) or in a stranger's ([Foreign]).
sealed interface Description permits Described, Foreign {

    Stream<Node> objects(Node property);

    Optional<String> text(Node property);

    LangText texts(Node property);

    List<String> list(Node property);

    Optional<URI> iri(Node property);

    List<URI> iris(Node property);

    Optional<Instant> instant(Node property);

    Optional<LocalDate> day(Node property);

    /// Whether it says `true`.
    boolean flag(Node property);

    /// A typed text, or what was declared in its stead.
    Optional<String> declared(Node property);

    /// The node with further statements that a property leads to.
    Optional<Description> nested(Node property);

    /// Every node a property leads to.
    List<Description> each(Node property);

    /// What is spoken about.
    Node subject();
}
