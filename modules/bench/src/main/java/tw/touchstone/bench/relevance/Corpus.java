package tw.touchstone.bench.relevance;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// Our own corpus: records as agencies of Taiwan write them, in our words.
public final class Corpus {

    private Corpus() {}

    /// All records as datasets.
    public static List<Dataset> datasets(Vocabularies vocabularies) {
        return Judgements.lines("corpus.jsonl").stream()
                .map(line -> dataset(line, vocabularies))
                .toList();
    }

    private static Dataset dataset(JsonNode line, Vocabularies vocabularies) {
        var id = new DatasetId(line.path("id").asString());
        return Dataset.of(id, new SourceRef(SourceRef.LOCAL, id.value()), text(line, "title"))
                .description(text(line, "description"))
                .keywords(strings(line, "keywords"))
                .publisher(Optional.of(new AgencyId(line.path("agency").asString())))
                .themes(strings(line, "themes").stream()
                        .map(notation -> theme(notation, vocabularies))
                        .toList())
                .frequency(Frequency.parse(line.path("frequency").asString()))
                .modified(Optional.of(LocalDate.parse(line.path("modified").asString())
                        .atStartOfDay()
                        .toInstant(ZoneOffset.ofHours(8))))
                .language(List.of(LangText.ZH))
                .distributions(distributions(id, line))
                .build();
    }

    private static List<Distribution> distributions(DatasetId id, JsonNode line) {
        var fields = strings(line, "fields").stream().map(FieldDescription::named).toList();
        var distributions = new ArrayList<Distribution>();
        for (var code : strings(line, "formats")) {
            int number = distributions.size() + 1;
            distributions.add(Distribution.of(new DistributionId(id, number))
                    .downloadUrl(Optional.of(URI.create("https://opendata.invalid/" + id + "/" + number + "." + code)))
                    .format(FileFormat.ofCode(code))
                    .licence(Optional.of(URI.create("https://data.gov.tw/license")))
                    .fields(fields)
                    .build());
        }
        return distributions;
    }

    private static URI theme(String notation, Vocabularies vocabularies) {
        return Optional.of(vocabularies.themes())
                .flatMap((Scheme scheme) -> scheme.byNotation(notation))
                .or(() -> vocabularies.services().byNotation(notation))
                .map(Concept::iri)
                .orElseThrow(() -> new IllegalArgumentException("no theme has the notation " + notation));
    }

    private static LangText text(JsonNode line, String name) {
        Map<String, String> byLanguage = new HashMap<>();
        byLanguage.put(LangText.ZH, line.path(name).asString());
        line.optional(name + "En").ifPresent(english -> byLanguage.put(LangText.EN, english.asString()));
        return LangText.of(byLanguage);
    }

    private static List<String> strings(JsonNode line, String name) {
        return line.path(name).valueStream().map(JsonNode::asString).toList();
    }
}
