package tw.touchstone.exchange.discovery;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;

/// A dataset as CKAN's action API shows a package, its distributions as resources. Thread-safe.
///
/// Name and id are both our identifier, which never changes. What CKAN has no member for stands in `extras`, under the
/// names that ckanext-dcat reads where it has one; national fields under their Chinese names.
public final class CkanPackage {

    private static final JsonFactory JSON = new JsonFactory();

    /// CKAN's times are in UTC and do not say so.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final Iris iris;
    private final Labels labels;
    private final Vocabularies vocabularies;

    public CkanPackage(Iris iris, Labels labels, Vocabularies vocabularies) {
        this.iris = iris;
        this.labels = labels;
        this.vocabularies = vocabularies;
    }

    /// What is known of a dataset beside what it says of itself.
    ///
    /// @param changed when its record changed last
    /// @param label   code of its label
    /// @param grade   code of its grade
    public record Standing(Instant changed, String label, String grade) {}

    /// A time as CKAN writes it.
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /// The package, one JSON object.
    public String json(Dataset dataset, Standing standing) {
        var out = new StringWriter(2_048);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(json, dataset, standing);
        }
        return out.toString();
    }

    /// One of its resources, one JSON object.
    public String resource(Dataset dataset, Distribution distribution, Standing standing) {
        var out = new StringWriter(512);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(json, dataset, distribution, standing);
        }
        return out.toString();
    }

    private void write(JsonGenerator json, Dataset dataset, Standing standing) {
        var id = dataset.id().value();
        json.writeStartObject();
        text(json, "id", id);
        text(json, "name", id);
        text(json, "title", dataset.title().best(LangText.ZH));
        text(json, "notes", dataset.description().best(LangText.ZH));
        text(json, "type", "dataset");
        text(json, "state", "active");
        json.writeBooleanProperty("private", false);
        text(json, "metadata_created", time(dataset.registered().orElse(standing.changed())));
        text(json, "metadata_modified", time(standing.changed()));
        optional(
                json,
                "author",
                dataset.publisher().map(agency -> labels.agency(agency).best(LangText.ZH)));
        json.writeNullProperty("author_email");
        optional(json, "maintainer", dataset.contact().flatMap(ContactPoint::name));
        optional(json, "maintainer_email", dataset.contact().flatMap(ContactPoint::email));
        optional(json, "url", dataset.landingPage().map(URI::toString));
        optional(json, "version", dataset.release().flatMap(release -> release.version()));
        json.writeNullProperty("creator_user_id");
        licence(json, dataset);
        organization(json, dataset.publisher());
        tags(json, dataset.keywords());
        groups(json, dataset.themes());
        json.writeArrayPropertyStart("extras");
        extras(dataset, standing).forEach(extra -> {
            json.writeStartObject();
            text(json, "key", extra.key());
            text(json, "value", extra.value());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeNumberProperty("num_resources", dataset.distributions().size());
        json.writeArrayPropertyStart("resources");
        dataset.distributions().forEach(each -> write(json, dataset, each, standing));
        json.writeEndArray();
        empty(json, "relationships_as_object");
        empty(json, "relationships_as_subject");
        json.writeEndObject();
    }

    private void licence(JsonGenerator json, Dataset dataset) {
        var iri = dataset.distributions().stream()
                .flatMap(each -> each.licence().stream())
                .findFirst();
        var known = iri.flatMap(vocabularies.licences()::byIri);
        optional(json, "license_id", known.map(Concept::notation).or(() -> iri.map(URI::toString)));
        optional(json, "license_title", known.map(each -> each.label().best(LangText.ZH)));
        optional(json, "license_url", iri.map(URI::toString));
        json.writeBooleanProperty(
                "isopen", known.filter(each -> each.is("openLicence")).isPresent());
    }

    private void organization(JsonGenerator json, Optional<AgencyId> agency) {
        optional(json, "owner_org", agency.map(AgencyId::value));
        if (agency.isEmpty()) {
            json.writeNullProperty("organization");
            return;
        }
        json.writeObjectPropertyStart("organization");
        text(json, "id", agency.get().value());
        text(json, "name", agency.get().value());
        text(json, "title", labels.agency(agency.get()).best(LangText.ZH));
        text(json, "type", "organization");
        text(json, "description", "");
        text(json, "image_url", "");
        json.writeBooleanProperty("is_organization", true);
        text(json, "approval_status", "approved");
        text(json, "state", "active");
        json.writeEndObject();
    }

    private static void tags(JsonGenerator json, List<String> keywords) {
        json.writeNumberProperty("num_tags", keywords.size());
        json.writeArrayPropertyStart("tags");
        for (var keyword : keywords) {
            json.writeStartObject();
            text(json, "id", keyword);
            text(json, "name", keyword);
            text(json, "display_name", keyword);
            text(json, "state", "active");
            json.writeNullProperty("vocabulary_id");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void groups(JsonGenerator json, List<URI> themes) {
        json.writeArrayPropertyStart("groups");
        for (var theme : themes) {
            theme(theme).ifPresent(concept -> {
                var title = concept.label().best(LangText.ZH);
                json.writeStartObject();
                text(json, "id", concept.notation());
                text(json, "name", concept.notation());
                text(json, "title", title);
                text(json, "display_name", title);
                text(json, "description", concept.definition().best(LangText.ZH));
                text(json, "image_display_url", "");
                json.writeEndObject();
            });
        }
        json.writeEndArray();
    }

    private Optional<Concept> theme(URI iri) {
        return vocabularies.themes().byIri(iri).or(() -> vocabularies.services().byIri(iri));
    }

    private record Extra(String key, String value) {}

    private List<Extra> extras(Dataset dataset, Standing standing) {
        var extras = new ArrayList<Extra>();
        extras.add(new Extra("uri", iris.dataset(dataset.id()).toString()));
        extras.add(new Extra("identifier", dataset.source().identifier()));
        dataset.issued().ifPresent(at -> extras.add(new Extra("issued", at.toString())));
        dataset.modified().ifPresent(at -> extras.add(new Extra("modified", at.toString())));
        dataset.frequency().map(Frequency::code).ifPresent(code -> extras.add(new Extra("frequency", code)));
        dataset.temporal().ifPresent(period -> {
            period.start().ifPresent(day -> extras.add(new Extra("temporal_start", day.toString())));
            period.end().ifPresent(day -> extras.add(new Extra("temporal_end", day.toString())));
        });
        list(extras, "spatial_uri", dataset.spatial());
        list(extras, "language", dataset.language());
        list(extras, "theme", dataset.themes());
        list(extras, "conforms_to", dataset.conformsTo());
        dataset.accessRights().ifPresent(right -> extras.add(new Extra("access_rights", right.toString())));
        dataset.publisher().ifPresent(agency -> {
            extras.add(new Extra("publisher_uri", iris.agency(agency).toString()));
            extras.add(new Extra("publisher_name", labels.agency(agency).best(LangText.ZH)));
        });
        dataset.contact().ifPresent(contact -> {
            contact.name().ifPresent(name -> extras.add(new Extra("contact_name", name)));
            contact.email().ifPresent(email -> extras.add(new Extra("contact_email", email)));
            contact.phone().ifPresent(phone -> extras.add(new Extra("contact_phone", phone)));
        });
        dataset.title().in(LangText.EN).ifPresent(title -> extras.add(new Extra("title_en", title)));
        dataset.description().in(LangText.EN).ifPresent(notes -> extras.add(new Extra("notes_en", notes)));
        extras.add(new Extra("quality_label", standing.label()));
        extras.add(new Extra("ai_ready_grade", standing.grade()));
        dataset.nationalFields().forEach((name, value) -> extras.add(new Extra(name, value)));
        return extras;
    }

    private static void list(List<Extra> extras, String key, List<?> values) {
        if (!values.isEmpty()) {
            extras.add(new Extra(
                    key, String.join(",", values.stream().map(Object::toString).toList())));
        }
    }

    private void write(JsonGenerator json, Dataset dataset, Distribution distribution, Standing standing) {
        var name = distribution.title().best(LangText.ZH);
        json.writeStartObject();
        text(json, "id", distribution.id().toString());
        text(json, "package_id", dataset.id().value());
        text(json, "name", name.isEmpty() ? dataset.title().best(LangText.ZH) : name);
        text(json, "description", distribution.description().best(LangText.ZH));
        text(json, "url", distribution.url().map(URI::toString).orElse(""));
        text(json, "format", distribution.format().map(FileFormat::display).orElse(""));
        optional(
                json,
                "mimetype",
                distribution.mediaType().or(() -> distribution.format().map(FileFormat::mediaType)));
        json.writeNullProperty("mimetype_inner");
        text(
                json,
                "hash",
                distribution.checksum().map(digest -> "sha256:" + digest.hex()).orElse(""));
        if (distribution.byteSize().isPresent()) {
            json.writeNumberProperty("size", distribution.byteSize().get());
        } else {
            json.writeNullProperty("size");
        }
        text(json, "created", time(distribution.issued().or(dataset::registered).orElse(standing.changed())));
        optional(json, "last_modified", distribution.modified().map(CkanPackage::time));
        text(json, "metadata_modified", time(standing.changed()));
        json.writeNumberProperty("position", dataset.distributions().indexOf(distribution));
        text(json, "state", "active");
        json.writeNullProperty("resource_type");
        json.writeNullProperty("url_type");
        json.writeNullProperty("cache_url");
        json.writeNullProperty("cache_last_updated");
        json.writeBooleanProperty("datastore_active", false);
        optional(json, "license", distribution.licence().map(URI::toString));
        optional(json, "encoding", distribution.encoding());
        text(json, "uri", iris.distribution(distribution.id()).toString());
        text(json, "download_url", iris.download(distribution.id()).toString());
        // National fields must not take the place of a member.
        Map<String, String> national = new TreeMap<>(distribution.nationalFields());
        national.keySet().removeIf(key -> key.chars().allMatch(c -> c < 128));
        national.forEach((key, value) -> text(json, key, value));
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) {
        json.writeStringProperty(name, value);
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    private static void empty(JsonGenerator json, String name) {
        json.writeArrayPropertyStart(name);
        json.writeEndArray();
    }
}
