package tw.touchstone.vocabulary.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;

/// Reads the distributions of a foreign dataset description.
final class ForeignDistributions {

    private static final Pattern IANA = Pattern.compile("https?://www\\.iana\\.org/assignments/media-types/(.+)");

    private final Iris iris;

    ForeignDistributions(Iris iris) {
        this.iris = iris;
    }

    List<Distribution> read(Foreign dataset, DatasetId id) {
        var nodes = dataset.objects(Terms.DCAT_DISTRIBUTION)
                .filter(node -> !node.isLiteral())
                .sorted(Comparator.comparing((Node node) -> node.isURI() ? node.getURI() : "\uffff")
                        .thenComparing(node -> address(dataset.of(node))))
                .toList();
        var licence = dataset.described().iri(Terms.DCT_LICENSE);
        var taken = new HashSet<Integer>();
        nodes.forEach(node -> ours(node, id).ifPresent(ours -> taken.add(ours.number())));
        var read = new ArrayList<Distribution>();
        for (var node : nodes) {
            var number = ours(node, id).orElseGet(() -> free(id, taken));
            var distribution = distribution(number, dataset.of(node));
            read.add(distribution.with().licence(distribution.licence().or(() -> licence)).build());
        }
        return read;
    }

    private Optional<DistributionId> ours(Node node, DatasetId id) {
        return Optional.of(node)
                .filter(Node::isURI)
                .flatMap(each -> Described.parse(each.getURI()))
                .flatMap(iris::distributionId)
                .filter(each -> each.dataset().equals(id));
    }

    private static DistributionId free(DatasetId id, Set<Integer> taken) {
        int number = 1;
        while (!taken.add(number)) {
            number++;
        }
        return new DistributionId(id, number);
    }

    // Blank nodes have no order of their own: what they say must give one.
    private static String address(Foreign in) {
        return in.described().objects(Terms.DCAT_DOWNLOAD_URL).map(Node::toString).sorted().toList()
                + " " + in.described().objects(Terms.DCAT_ACCESS_URL).map(Node::toString).sorted().toList()
                + " " + in.described().objects(Terms.DCT_TITLE).map(Node::toString).sorted().toList();
    }

    private Distribution distribution(DistributionId id, Foreign in) {
        var mediaType = in.first(Terms.DCAT_MEDIA_TYPE).flatMap(ForeignDistributions::mediaType);
        return Distribution.of(id)
                .title(in.texts(Terms.DCT_TITLE))
                .description(in.texts(Terms.DCT_DESCRIPTION))
                .accessUrl(in.iri(Terms.DCAT_ACCESS_URL))
                .downloadUrl(in.iri(Terms.DCAT_DOWNLOAD_URL))
                .format(format(in, mediaType))
                .mediaType(mediaType)
                .encoding(in.described().text(Terms.CNT_ENCODING))
                .licence(in.iri(Terms.DCT_LICENSE))
                .fields(fields(in))
                .byteSize(byteSize(in))
                .checksum(checksum(in))
                .modified(in.instant(Terms.DCT_MODIFIED))
                .issued(in.instant(Terms.DCT_ISSUED))
                .rights(Optional.of(DocumentationReader.rights(in)))
                .nationalFields(in.described().nationalFields())
                .build();
    }

    private static Optional<String> mediaType(Node node) {
        return Foreign.plainText(node).map(text -> {
            var iana = IANA.matcher(text);
            return iana.matches() ? Schemes.decode(iana.group(1)) : text;
        });
    }

    private static Optional<FileFormat> format(Foreign in, Optional<String> mediaType) {
        var declared = in.first(Terms.DCT_FORMAT);
        var known = declared.flatMap(node -> FileTypes.ofIri(Foreign.plainText(node).orElse(""))
                .or(() -> FileFormat.ofCode(words(in, node)))
                .or(() -> ofMediaType(mediaType(node).orElse(""))));
        if (declared.isPresent() && known.isEmpty()) {
            in.note(Terms.DCT_FORMAT, declared.get(), "no known file format; left out");
        }
        return known.or(() -> mediaType.flatMap(ForeignDistributions::ofMediaType));
    }

    private static String words(Foreign in, Node node) {
        return node.isLiteral()
                ? node.getLiteralLexicalForm().strip()
                : in.of(node).texts(Terms.RDFS_LABEL).best("en");
    }

    private static Optional<FileFormat> ofMediaType(String text) {
        var bare = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(FileFormat.values())
                .filter(format -> format != FileFormat.UNKNOWN && format.mediaType().equals(bare))
                .findFirst();
    }

    private static Optional<Long> byteSize(Foreign in) {
        var declared = in.first(Terms.DCAT_BYTE_SIZE);
        var text = declared.flatMap(Foreign::plainText).map(String::strip).orElse("");
        if (text.matches("[0-9]{1,18}(\\.0*)?")) {
            return Optional.of(Long.valueOf(text.replaceFirst("\\..*", "")));
        }
        declared.ifPresent(value -> in.note(Terms.DCAT_BYTE_SIZE, value, "no number of bytes; left out"));
        return Optional.empty();
    }

    private static Optional<Sha256> checksum(Foreign in) {
        for (var node : in.objects(Terms.SPDX_CHECKSUM).filter(each -> !each.isLiteral()).toList()) {
            var checksum = in.of(node);
            var value = checksum.described().text(Terms.SPDX_CHECKSUM_VALUE).orElse("").toLowerCase(Locale.ROOT);
            if (checksum.described().objects(Terms.SPDX_ALGORITHM).anyMatch(Terms.SPDX_SHA256::equals) && Sha256.isValid(value)) {
                return Optional.of(new Sha256(value));
            }
            in.note(Terms.SPDX_CHECKSUM, node, "no SHA-256 checksum; left out");
        }
        return Optional.empty();
    }

    private List<FieldDescription> fields(Foreign in) {
        var schema = Stream.concat(in.objects(Terms.CSVW_TABLE_SCHEMA), in.objects(Terms.DCT_CONFORMS_TO))
                .filter(node -> !node.isLiteral())
                .map(in::of)
                .filter(each -> each.described().objects(Terms.CSVW_COLUMN).findAny().isPresent())
                .findFirst();
        return schema.stream()
                .flatMap(each -> columns(each).stream().map(column -> field(each.of(column), each)))
                .toList();
    }

    /// The columns as an RDF list (CSVW) or as plain values, which stand in the order of their numbered IRIs.
    private static List<Node> columns(Foreign schema) {
        var values = schema.objects(Terms.CSVW_COLUMN)
                .sorted(Comparator.comparingInt((Node node) -> node.toString().length()).thenComparing(node -> node.toString()))
                .toList();
        if (values.size() != 1 || schema.of(values.getFirst()).described().objects(Terms.RDF_FIRST).findAny().isEmpty()) {
            return values;
        }
        var columns = new ArrayList<Node>();
        var seen = new HashSet<Node>();
        Optional<Node> cell = Optional.of(values.getFirst());
        while (cell.isPresent() && seen.add(cell.get())) {
            var here = schema.of(cell.get()).described();
            here.objects(Terms.RDF_FIRST).findFirst().ifPresent(columns::add);
            cell = here.objects(Terms.RDF_REST).findFirst();
        }
        return columns;
    }

    private static FieldDescription field(Foreign column, Foreign schema) {
        var name = column.described().text(Terms.CSVW_TITLE).or(() -> column.described().text(Terms.CSVW_NAME));
        return new FieldDescription(
                name.orElse(""),
                column.described().text(Terms.DCT_DESCRIPTION),
                Optional.of(FieldReader.definition(column, schema)));
    }
}
