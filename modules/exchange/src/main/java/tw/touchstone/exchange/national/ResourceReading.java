package tw.touchstone.exchange.national;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.vocabulary.NationalTerms;

/// Reads the resources of a record as distributions: onto the one that is meant, where there is one. For one document.
final class ResourceReading {

    static final List<String> EXTRAS = List.of(
            "resourceAmount",
            "resourceNotes",
            "qcLevel",
            "resourceRequestMethod",
            "resourceOasUrl",
            "resourceRequestParameters",
            "resourcePathParameters");

    private static final Set<String> MEMBERS = Set.of(
            "resourceId",
            "resourceDescription",
            "resourceField",
            "resourceFormat",
            "resourceCharacterEncoding",
            "resourceDownloadUrl");

    private static final Set<String> SET_HERE = Set.of("resourceModifiedDate", "resourceQualityCheckTime");

    private static final int MOST_DISTRIBUTIONS = 1_000;

    private final NationalTerms terms;
    private final Dataset before;
    private final Members members;

    ResourceReading(NationalTerms terms, Dataset before, Members members) {
        this.terms = terms;
        this.before = before;
        this.members = members;
    }

    /// The distributions that a record says; those it does not mean are gone.
    List<Distribution> read(String name, JsonNode value) {
        if (!value.isArray() || value.size() > MOST_DISTRIBUTIONS) {
            members.error(name, "必須是至多 1,000 筆的陣列", "is an array of at most 1,000");
            return before.distributions();
        }
        var read = new ArrayList<Distribution>();
        int next = 1 + before.distributions().stream().mapToInt(each -> each.id().number()).max().orElse(0);
        for (int i = 0; i < value.size(); i++) {
            var path = name + "[" + i + "].";
            if (!value.get(i).isObject()) {
                members.error(name + "[" + i + "]", "必須是物件", "is an object");
                continue;
            }
            // Two resources cannot both be the same distribution: the second is a new one.
            var known = known(value.get(i)).filter(each -> read.stream()
                    .noneMatch(earlier -> earlier.id().equals(each.id())));
            var start = known.orElse(Distribution.of(new DistributionId(before.id(), next)).build());
            next += known.isPresent() ? 0 : 1;
            read.add(distribution(path, value.get(i), start));
        }
        return read;
    }

    /// The distribution that is meant: by its identifier, else by its address.
    private Optional<Distribution> known(JsonNode resource) {
        var id = resource.path("resourceId").asString("");
        var url = resource.path("resourceDownloadUrl").asString("");
        return before.distributions().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .or(() -> before.distributions().stream()
                        .filter(each -> each.url().map(URI::toString).filter(url::equals).isPresent())
                        .findFirst());
    }

    private Distribution distribution(String path, JsonNode resource, Distribution start) {
        var builder = start.with();
        var extras = new TreeMap<>(start.nationalFields());
        resource.properties().forEach(each -> {
            var name = each.getKey();
            if (EXTRAS.contains(name)) {
                Members.keep(extras, field(name), members.text(path + name, each.getValue()));
            } else if (!MEMBERS.contains(name) && !SET_HERE.contains(name)) {
                members.error(path + name, "沒有這個欄位", "there is no such member");
            }
        });
        var format = Optional.ofNullable(resource.get("resourceFormat"))
                .map(each -> members.text(path + "resourceFormat", each));
        if (format.isPresent()) {
            var read = terms.format(format.get());
            if (read.isEmpty() && !format.get().isEmpty()) {
                members.error(path + "resourceFormat", "不是已知的檔案格式", "is no known file format");
            }
            builder.format(read);
        }
        if (resource.has("resourceDescription")) {
            var text = members.text(path + "resourceDescription", resource.get("resourceDescription"));
            builder.description(Members.inChinese(start.description(), text));
        }
        if (resource.has("resourceCharacterEncoding")) {
            var text = members.text(path + "resourceCharacterEncoding", resource.get("resourceCharacterEncoding"));
            builder.encoding(Members.told(text));
        }
        if (resource.has("resourceDownloadUrl")) {
            address(path, resource.get("resourceDownloadUrl"), start, builder);
        }
        if (resource.has("resourceField")) {
            builder.fields(fields(path + "resourceField", resource.get("resourceField"), start));
        }
        return builder.nationalFields(extras).build();
    }

    private void address(String path, JsonNode value, Distribution start, Distribution.Builder builder) {
        var url = members.url(path + "resourceDownloadUrl", members.text(path + "resourceDownloadUrl", value));
        if (url.equals(start.url())) {
            return;
        }
        boolean service = builder.build()
                .format()
                .filter(each -> each.kind() == FileFormat.Kind.SERVICE)
                .isPresent();
        builder.downloadUrl(service ? Optional.empty() : url).accessUrl(service ? url : Optional.empty());
        builder.checksum(Optional.empty()).byteSize(Optional.empty());
    }

    private List<FieldDescription> fields(String path, JsonNode value, Distribution start) {
        if (!value.isArray()) {
            return terms.fields(members.text(path, value));
        }
        var fields = new ArrayList<FieldDescription>();
        for (var each : value) {
            var name = each.path("name").asString("").strip();
            if (name.isEmpty()) {
                members.error(path, "欄位必須有名稱", "a field has a name");
                continue;
            }
            var known = start.fields().stream().filter(field -> field.name().equals(name)).findFirst();
            fields.add(new FieldDescription(
                    name,
                    Members.told(each.path("description").asString("")),
                    known.flatMap(FieldDescription::definition)));
        }
        return fields;
    }

    /// The national field that holds an extra of a distribution.
    static String field(String member) {
        return member.equals("resourceAmount") ? "資料量" : member;
    }
}
