package tw.touchstone.exchange.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;

/// Reads the distributions of a dataset document.
final class DistributionFields {

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*(\\s*;.*)?");

    private final DatasetId dataset;
    private final TermLookup terms;
    private final Errors errors;
    private final Map<DistributionId, String> files = new HashMap<>();
    private final Set<Integer> given = new HashSet<>();

    DistributionFields(DatasetId dataset, TermLookup terms, Errors errors) {
        this.dataset = dataset;
        this.terms = terms;
        this.errors = errors;
    }

    /// The files that distributions name.
    Map<DistributionId, String> files() {
        return files;
    }

    /// A distribution without an `id` gets the lowest number above all that are given.
    List<Distribution> read(Fields document) {
        var objects = document.list("distributions", (node, at) -> Fields.of(node, at, errors));
        var numbers = new ArrayList<Optional<Integer>>();
        for (var fields : objects) {
            numbers.add(number(fields));
        }
        int next = given.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        var distributions = new ArrayList<Distribution>();
        for (int i = 0; i < objects.size(); i++) {
            int number = numbers.get(i).isPresent() ? numbers.get(i).get() : next++;
            distributions.add(read(objects.get(i), new DistributionId(dataset, number)));
        }
        return distributions;
    }

    private Optional<Integer> number(Fields fields) {
        var number = fields.value(
                "id",
                text -> DistributionId.parse(text)
                        .filter(id -> id.dataset().equals(dataset))
                        .map(DistributionId::number),
                "不是這個資料集的資料資源代碼",
                "is no distribution identifier of this dataset");
        if (number.isPresent() && !given.add(number.get())) {
            fields.error("id", "代碼重複", "the identifier is used twice");
        }
        return number;
    }

    private Distribution read(Fields fields, DistributionId id) {
        var distribution = Distribution.of(id)
                .title(fields.langText("title"))
                .description(fields.langText("description"))
                .accessUrl(fields.value("accessUrl", Literals::url, DatasetFields.URL_ZH, DatasetFields.URL_EN))
                .downloadUrl(fields.value("downloadUrl", Literals::url, DatasetFields.URL_ZH, DatasetFields.URL_EN))
                .format(fields.value(
                        "format",
                        text -> FileFormat.ofCode(text).filter(format -> format != FileFormat.UNKNOWN),
                        "不是已知的檔案格式",
                        "is no known file format"))
                .mediaType(fields.value(
                        "mediaType",
                        text -> Optional.of(text).filter(type -> MEDIA_TYPE.matcher(type).matches()),
                        "不是媒體類型，例如 text/csv",
                        "is no media type such as text/csv"))
                .encoding(fields.text("encoding"))
                .licence(fields.value("licence", terms::licence, "不是已知的授權", "is no known licence"))
                .fields(fields.list("fields", (node, at) -> new FieldFields(errors).read(fields, node, at)))
                .byteSize(fields.size("byteSize"))
                .checksum(fields.value(
                        "checksum",
                        text -> Optional.of(text).filter(Sha256::isValid).map(Sha256::new),
                        "不是 SHA-256(64 個小寫十六進位數字)",
                        "is no SHA-256 of 64 lower-case hexadecimal digits"))
                .modified(fields.value("modified", Literals::instant, DatasetFields.DATE_ZH, DatasetFields.DATE_EN))
                .issued(fields.value("issued", Literals::instant, DatasetFields.DATE_ZH, DatasetFields.DATE_EN))
                .rights(DocumentationFields.rights(fields))
                .nationalFields(fields.object("nationalFields").map(Fields::texts).orElse(Map.of()))
                .build();
        fields.value("file", DistributionFields::fileName, "不是同目錄下的檔名", "is no file beside the document")
                .ifPresent(file -> files.put(id, file));
        fields.end();
        return distribution;
    }

    /// A path below the document's folder; nothing that leads out of it.
    private static Optional<String> fileName(String text) {
        try {
            var path = Path.of(text).normalize();
            boolean inside = !path.isAbsolute() && !path.startsWith("..") && text.indexOf('\\') < 0;
            return inside && !path.toString().isEmpty() ? Optional.of(text) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
