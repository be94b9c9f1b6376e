package tw.touchstone.catalog.mending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.quality.FieldName;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.rules.reading.FieldNames;

/// Fixes of what a distribution declares about its bytes.
final class DeclarationProposals {

    private DeclarationProposals() {}

    static List<Proposal> of(Distribution declared, ByteFacts facts, Failures failures, boolean held) {
        var proposals = new ArrayList<Proposal>();
        encoding(declared, facts, failures).ifPresent(proposals::add);
        format(declared, facts, failures).ifPresent(proposals::add);
        mediaType(declared, facts, failures).ifPresent(proposals::add);
        size(declared, facts, failures).ifPresent(proposals::add);
        if (!held) {
            checksum(declared, facts).ifPresent(proposals::add);
        }
        fields(declared, facts, failures).ifPresent(proposals::add);
        return proposals;
    }

    private static Optional<Proposal> encoding(Distribution declared, ByteFacts facts, Failures failures) {
        return facts.text()
                .filter(text -> text.encoding() != TextEncoding.UNKNOWN)
                .flatMap(text -> failures.of(declared.id(), Metric.ENCODING_MATCH)
                        .map(ground -> new Proposal(
                                new MetadataFix.Encoding(declared.id(), text.encoding().display()), ground)));
    }

    /// Only tables and records are declared in place of something else: a page where data should be is no other format
    /// of the data. A dialect of what is declared (GeoJSON for JSON, RSS for XML) is no contradiction.
    private static Optional<Proposal> format(Distribution declared, ByteFacts facts, Failures failures) {
        var found = facts.format();
        if (!isData(found) || declared.format().filter(each -> each == found || isDialect(found, each)).isPresent()) {
            return Optional.empty();
        }
        var seen = declared.format()
                .map(each -> LangText.of(
                        "宣告 %s，實際為 %s".formatted(each.display(), found.display()),
                        "declared %s, found %s".formatted(each.display(), found.display())))
                .orElse(LangText.of(
                        "沒有宣告，實際為 " + found.display(), "none declared, found " + found.display()));
        return Optional.of(new Proposal(
                new MetadataFix.Format(declared.id(), found),
                Ground.oddity(seen, LangText.of("檔案的實際格式", "the format of the file"))
                        .failing(failures.of(declared.id(), Metric.MQA_FORMAT_AVAILABILITY))));
    }

    private static boolean isData(FileFormat format) {
        return format.kind() == FileFormat.Kind.TABLE || format.kind() == FileFormat.Kind.TREE;
    }

    private static boolean isDialect(FileFormat found, FileFormat declared) {
        return switch (declared) {
            case JSON -> found.mediaType().endsWith("json");
            case XML -> found.mediaType().endsWith("xml");
            default -> false;
        };
    }

    /// Where the declared format is the one found: else that comes first, and brings its media type along.
    private static Optional<Proposal> mediaType(Distribution declared, ByteFacts facts, Failures failures) {
        var found = facts.format();
        boolean asFound = declared.format().filter(each -> each == found).isPresent();
        boolean said = declared.mediaType()
                .map(type -> type.split(";", 2)[0].strip())
                .filter(found.mediaType()::equalsIgnoreCase)
                .isPresent();
        if (!isData(found) || !asFound || said) {
            return Optional.empty();
        }
        var seen = declared.mediaType()
                .map(type -> LangText.of("宣告 " + type, "declared " + type))
                .orElse(LangText.of("沒有宣告媒體類型", "no media type is declared"));
        return Optional.of(new Proposal(
                new MetadataFix.MediaType(declared.id(), found.mediaType()),
                Ground.oddity(seen, LangText.of(found.mediaType(), found.mediaType()))
                        .failing(failures.first(
                                declared.id(),
                                Metric.MQA_MEDIA_TYPE_AVAILABILITY,
                                Metric.MQA_FORMAT_MEDIA_TYPE_VOCABULARY_ALIGNMENT))));
    }

    private static Optional<Proposal> size(Distribution declared, ByteFacts facts, Failures failures) {
        if (declared.byteSize().filter(size -> size == facts.size()).isPresent()) {
            return Optional.empty();
        }
        var seen = declared.byteSize()
                .map(size -> LangText.of("宣告 %,d 位元組".formatted(size), "declared %,d bytes".formatted(size)))
                .orElse(LangText.of("沒有宣告檔案大小", "no size is declared"));
        return Optional.of(new Proposal(
                new MetadataFix.Size(declared.id(), facts.size()),
                Ground.oddity(
                                seen,
                                LangText.of(
                                        "%,d 位元組".formatted(facts.size()), "%,d bytes".formatted(facts.size())))
                        .failing(failures.of(declared.id(), Metric.MQA_BYTE_SIZE_AVAILABILITY))));
    }

    /// A checksum that was never declared is not missed; one that is wrong tells people that their copy is broken.
    private static Optional<Proposal> checksum(Distribution declared, ByteFacts facts) {
        return declared.checksum()
                .filter(digest -> !digest.equals(facts.digest()))
                .map(digest -> new Proposal(
                        new MetadataFix.Checksum(declared.id(), facts.digest()),
                        Ground.oddity(
                                LangText.of("宣告 " + digest.hex(), "declared " + digest.hex()),
                                LangText.of(facts.digest().hex(), facts.digest().hex()))));
    }

    /// The columns of the file in their order, each with what was declared of it before.
    private static Optional<Proposal> fields(Distribution declared, ByteFacts facts, Failures failures) {
        var names = FieldNames.of(facts)
                .filter(FieldNames::complete)
                .filter(_ -> hasHeader(facts))
                .map(FieldNames::own)
                .orElse(List.of())
                .stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : failures.of(declared.id(), Metric.DESC_MATCH)
                        .map(ground -> new Proposal(
                                new MetadataFix.Fields(declared.id(), described(names, declared.fields())), ground));
    }

    /// A table that begins with values has no names to declare.
    private static boolean hasHeader(ByteFacts facts) {
        return !(facts.content() instanceof Content.Tables(var tables))
                || tables.stream()
                        .allMatch(table -> table.headerLine() > 0 && SameTable.count(table, AnomalyCode.NO_HEADER) == 0);
    }

    private static List<FieldDescription> described(List<String> names, List<FieldDescription> declared) {
        var before = new HashMap<String, FieldDescription>();
        declared.forEach(field -> before.putIfAbsent(FieldName.fold(field.name()), field));
        var used = new HashSet<String>();
        return names.stream()
                .filter(name -> used.add(FieldName.fold(name)))
                .map(name -> Optional.ofNullable(before.get(FieldName.fold(name)))
                        .map(field -> new FieldDescription(name, field.description(), field.definition()))
                        .orElse(FieldDescription.named(name)))
                .toList();
    }
}
