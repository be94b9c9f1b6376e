package tw.touchstone.exchange.tabular;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Release;

/// A dataset as a package of tables. (Data Package 2.0 with Table Schema)
///
/// Tables that can be read are resources of the type `table`, at our CSV in UTF-8; other distributions are resources as they
/// are. A dataset without any distribution is no package, since a package has resources.
public final class DataPackage {

    private static final String SCHEMA = "https://datapackage.org/profiles/2.0/";

    private final Iris iris;
    private final Labels labels;

    public DataPackage(Iris iris, Labels labels) {
        this.iris = iris;
        this.labels = labels;
    }

    /// Describes a dataset; empty where nothing of it has an address.
    ///
    /// @param tables those whose rows can be read
    public Optional<Map<String, Object>> describe(Dataset dataset, List<DescribedTable> tables) {
        var resources = new ArrayList<Map<String, Object>>();
        for (var distribution : dataset.distributions()) {
            var own = tables.stream()
                    .filter(table -> table.distribution().equals(distribution))
                    .toList();
            own.forEach(table -> resources.add(resource(table)));
            if (own.isEmpty()) {
                resource(distribution).ifPresent(resources::add);
            }
        }
        if (resources.isEmpty()) {
            return Optional.empty();
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("$schema", SCHEMA + "datapackage.json");
        // Names have small letters, digits and `.`, `-`, `_` alone. (Data Package, name)
        document.put("name", dataset.id().value().toLowerCase(java.util.Locale.ROOT));
        document.put("id", iris.dataset(dataset.id()).toString());
        document.put("title", dataset.title().best(LangText.ZH));
        var description = dataset.description().best(LangText.ZH);
        if (!description.isBlank()) {
            document.put("description", description);
        }
        document.put("homepage", iris.dataset(dataset.id()).toString());
        dataset.release().flatMap(Release::version).ifPresent(version -> document.put("version", version));
        dataset.issued().or(dataset::registered).ifPresent(at -> document.put("created", at.toString()));
        if (!dataset.keywords().isEmpty()) {
            document.put("keywords", dataset.keywords());
        }
        var licences = dataset.distributions().stream().flatMap(each -> each.licence().stream()).distinct().toList();
        if (!licences.isEmpty()) {
            document.put("licenses", licences.stream().map(each -> Map.of("path", each.toString())).toList());
        }
        dataset.publisher().ifPresent(agency -> document.put(
                "contributors",
                List.of(Map.of(
                        "title", labels.agency(agency).best(LangText.ZH),
                        "path", iris.agency(agency).toString(),
                        "roles", List.of("publisher")))));
        document.put("resources", resources);
        return Optional.of(document);
    }

    private static Map<String, Object> resource(DescribedTable table) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("name", table.identifier());
        resource.put("$schema", SCHEMA + "dataresource.json");
        resource.put("type", "table");
        resource.put("path", table.csv().toString());
        if (!table.name().isEmpty()) {
            resource.put("title", table.name());
        }
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("dialect", Map.of("$schema", SCHEMA + "tabledialect.json", "delimiter", ",", "lineTerminator", "\r\n", "header", true));
        resource.put("schema", schema(table));
        return resource;
    }

    private static Map<String, Object> schema(DescribedTable table) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", SCHEMA + "tableschema.json");
        schema.put("fieldsMatch", List.of("exact"));
        schema.put("fields", table.columns().stream().map(DataPackage::field).toList());
        schema.put("missingValues", List.of(""));
        var key = table.columns().stream()
                .filter(column -> column.declared()
                        .flatMap(each -> each.definition())
                        .filter(FieldDefinition::key)
                        .isPresent())
                .map(DescribedTable.Column::name)
                .toList();
        if (!key.isEmpty()) {
            schema.put("primaryKey", key);
        }
        return schema;
    }

    private static Map<String, Object> field(DescribedTable.Column column) {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", column.name());
        field.put("type", switch (column.type()) {
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case DATE_TIME -> "datetime";
            case TEXT -> "string";
        });
        column.description().ifPresent(text -> field.put("description", text));
        var constraints = new LinkedHashMap<String, Object>();
        if (column.filled()) {
            constraints.put("required", true);
        }
        if (column.unique()) {
            constraints.put("unique", true);
        }
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    private Optional<Map<String, Object>> resource(Distribution distribution) {
        return distribution
                .url()
                .filter(url -> iris.datasetId(url).isEmpty())
                .map(URI::toString)
                .map(url -> {
                    var resource = new LinkedHashMap<String, Object>();
                    resource.put("name", "distribution-" + distribution.id().number());
                    resource.put("$schema", SCHEMA + "dataresource.json");
                    resource.put("path", url);
                    var title = distribution.title().best(LangText.ZH);
                    if (!title.isBlank()) {
                        resource.put("title", title);
                    }
                    distribution.format().map(FileFormat::code).ifPresent(format -> resource.put("format", format));
                    distribution
                            .mediaType()
                            .or(() -> distribution.format().map(FileFormat::mediaType))
                            .ifPresent(type -> resource.put("mediatype", type));
                    distribution.encoding().ifPresent(encoding -> resource.put("encoding", encoding));
                    distribution.byteSize().ifPresent(size -> resource.put("bytes", size));
                    distribution.checksum().ifPresent(digest -> resource.put("hash", "sha256:" + digest.hex()));
                    return resource;
                });
    }
}
