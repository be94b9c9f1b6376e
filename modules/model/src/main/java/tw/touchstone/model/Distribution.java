package tw.touchstone.model;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// One form in which a dataset can be had: usually a file behind a URL. (資料資源, `dcat:Distribution`)
///
/// Everything here is *declared* by the publisher; what the bytes really are is in the facts. Only where a file was
/// uploaded to us do `byteSize`, `checksum` and `downloadUrl` state what we hold.
///
/// @param id             never given to another distribution
/// @param title          a name where there are several; may be empty
/// @param description    may be empty
/// @param accessUrl      a page or interface that leads to the data
/// @param downloadUrl    the address at which a plain GET answers the file
/// @param format         the declared format where it is a known one; the verbatim text is in `nationalFields`
/// @param mediaType      the declared media type, for example `text/csv`
/// @param encoding       the declared character encoding, verbatim (`UTF-8`, `BIG5`)
/// @param licence        IRI of a licence of the vocabulary
/// @param fields         the declared fields in order; empty where none are declared
/// @param byteSize       in bytes
/// @param checksum       of the file behind `downloadUrl`
/// @param modified       last change of the data
/// @param issued         first publication in this form
/// @param rights         what is said about rights beside the licence; never an empty one
/// @param nationalFields national fields that have no DCAT term, by their official Chinese name, verbatim
public record Distribution(
        DistributionId id,
        LangText title,
        LangText description,
        Optional<URI> accessUrl,
        Optional<URI> downloadUrl,
        Optional<FileFormat> format,
        Optional<String> mediaType,
        Optional<String> encoding,
        Optional<URI> licence,
        List<FieldDescription> fields,
        Optional<Long> byteSize,
        Optional<Sha256> checksum,
        Optional<Instant> modified,
        Optional<Instant> issued,
        Optional<Rights> rights,
        SortedMap<String, String> nationalFields) {

    public Distribution {
        fields = List.copyOf(fields);
        rights = rights.filter(Predicate.not(Rights::isEmpty));
        nationalFields = Collections.unmodifiableSortedMap(new TreeMap<>(nationalFields));
    }

    /// A distribution of which only the identifier is known; the builder's setters add the rest.
    public static Builder of(DistributionId id) {
        return new Builder(id);
    }

    /// A builder that starts from this distribution.
    public Builder with() {
        return new Builder(this);
    }

    /// The address a client is sent to: the download URL, else the access URL.
    public Optional<URI> url() {
        return downloadUrl.or(() -> accessUrl);
    }

    /// Collects the parts of a [Distribution]; not thread-safe.
    public static final class Builder {
        private DistributionId id;
        private LangText title = LangText.NONE;
        private LangText description = LangText.NONE;
        private Optional<URI> accessUrl = Optional.empty();
        private Optional<URI> downloadUrl = Optional.empty();
        private Optional<FileFormat> format = Optional.empty();
        private Optional<String> mediaType = Optional.empty();
        private Optional<String> encoding = Optional.empty();
        private Optional<URI> licence = Optional.empty();
        private List<FieldDescription> fields = List.of();
        private Optional<Long> byteSize = Optional.empty();
        private Optional<Sha256> checksum = Optional.empty();
        private Optional<Instant> modified = Optional.empty();
        private Optional<Instant> issued = Optional.empty();
        private Optional<Rights> rights = Optional.empty();
        private Map<String, String> nationalFields = Map.of();

        private Builder(DistributionId id) {
            this.id = id;
        }

        private Builder(Distribution from) {
            id = from.id;
            title = from.title;
            description = from.description;
            accessUrl = from.accessUrl;
            downloadUrl = from.downloadUrl;
            format = from.format;
            mediaType = from.mediaType;
            encoding = from.encoding;
            licence = from.licence;
            fields = from.fields;
            byteSize = from.byteSize;
            checksum = from.checksum;
            modified = from.modified;
            issued = from.issued;
            rights = from.rights;
            nationalFields = from.nationalFields;
        }

        public Builder id(DistributionId id) {
            this.id = id;
            return this;
        }

        public Builder title(LangText title) {
            this.title = title;
            return this;
        }

        public Builder description(LangText description) {
            this.description = description;
            return this;
        }

        public Builder accessUrl(Optional<URI> accessUrl) {
            this.accessUrl = accessUrl;
            return this;
        }

        public Builder downloadUrl(Optional<URI> downloadUrl) {
            this.downloadUrl = downloadUrl;
            return this;
        }

        public Builder format(Optional<FileFormat> format) {
            this.format = format;
            return this;
        }

        public Builder mediaType(Optional<String> mediaType) {
            this.mediaType = mediaType;
            return this;
        }

        public Builder encoding(Optional<String> encoding) {
            this.encoding = encoding;
            return this;
        }

        public Builder licence(Optional<URI> licence) {
            this.licence = licence;
            return this;
        }

        public Builder fields(List<FieldDescription> fields) {
            this.fields = fields;
            return this;
        }

        public Builder byteSize(Optional<Long> byteSize) {
            this.byteSize = byteSize;
            return this;
        }

        public Builder checksum(Optional<Sha256> checksum) {
            this.checksum = checksum;
            return this;
        }

        public Builder modified(Optional<Instant> modified) {
            this.modified = modified;
            return this;
        }

        public Builder issued(Optional<Instant> issued) {
            this.issued = issued;
            return this;
        }

        public Builder rights(Optional<Rights> rights) {
            this.rights = rights;
            return this;
        }

        public Builder nationalFields(Map<String, String> nationalFields) {
            this.nationalFields = nationalFields;
            return this;
        }

        public Distribution build() {
            return new Distribution(
                    id,
                    title,
                    description,
                    accessUrl,
                    downloadUrl,
                    format,
                    mediaType,
                    encoding,
                    licence,
                    fields,
                    byteSize,
                    checksum,
                    modified,
                    issued,
                    rights,
                    new TreeMap<>(nationalFields));
        }
    }
}
