package tw.touchstone.exchange.catalogue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;

/// Reads the URL list of a row and the lists beside it as distributions, and counts what becomes of every piece.
final class RowDistributions {

    private final RowTexts row;
    private final char separator;
    private final boolean pageUrls;
    private final ImportTerms terms;

    private final List<Distribution> distributions = new ArrayList<>();
    private final Set<Integer> repaired = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long kept;
    private long glued;
    private long repeated;

    RowDistributions(RowTexts row, char separator, boolean pageUrls, ImportTerms terms) {
        this.row = row;
        this.separator = separator;
        this.pageUrls = pageUrls;
        this.terms = terms;
    }

    List<Distribution> distributions() {
        return distributions;
    }

    Set<Integer> repaired() {
        return repaired;
    }

    UrlCounts counts() {
        long read = kept + repaired.size() + glued + repeated + refused.size();
        return new UrlCounts(read, kept, repaired.size(), glued, repeated, refused.size(), 0);
    }

    void read(DatasetId dataset, Optional<URI> licence, List<FieldDescription> fields) {
        var urls = UrlList.read(row.raw(Column.URLS), separator);
        var formats = parallel(urls, Column.FORMATS);
        var encodings = parallel(urls, Column.ENCODINGS);
        var amounts = parallel(urls, Column.AMOUNTS);
        for (int i = 0; i < urls.urls().size(); i++) {
            var url = urls.urls().get(i);
            glue(url);
            switch (DeclaredUrl.of(url.text())) {
                case DeclaredUrl.Unusable(var reason) -> {
                    refused.add(url.text());
                    row.note(NoteKind.URL_REFUSED, reason + ": " + RowTexts.shown(url.text()));
                }
                case DeclaredUrl.Usable(var uri, var changed) -> {
                    var format = formats.values().get(i);
                    if (!seen.add(uri + " " + format)) {
                        repeated++;
                        row.note(NoteKind.URL_REPEATED, uri.toString());
                        continue;
                    }
                    int number = distributions.size() + 1;
                    countKept(url, uri, changed, number);
                    var distribution = describe(
                                    Distribution.of(new DistributionId(dataset, number)),
                                    uri,
                                    format,
                                    amounts.values().get(i))
                            .encoding(told(encodings.values().get(i)))
                            .licence(licence)
                            .fields(fields);
                    distributions.add(distribution.build());
                }
            }
        }
        keepRefused();
    }

    private void glue(UrlList.Url url) {
        if (url.pieces() > 1) {
            glued += url.pieces() - 1;
            row.note(NoteKind.URL_GLUED, "%d pieces: %s".formatted(url.pieces(), RowTexts.shown(url.text())));
        }
    }

    private void countKept(UrlList.Url url, URI uri, boolean changed, int number) {
        if (changed) {
            row.note(NoteKind.URL_REPAIRED, RowTexts.shown(url.text()) + " became " + uri);
        }
        if (changed || url.pieces() > 1) {
            repaired.add(number);
        } else {
            kept++;
        }
    }

    private Distribution.Builder describe(Distribution.Builder builder, URI uri, String format, String amount) {
        var national = new TreeMap<String, String>();
        Optional<FileFormat> known = told(format).flatMap(terms::format);
        if (known.isEmpty() && told(format).isPresent()) {
            national.put(Column.FORMATS.officialName(), format);
            row.note(NoteKind.FORMAT_UNKNOWN, RowTexts.shown(format));
        }
        told(amount).ifPresent(text -> national.put(Column.AMOUNTS.officialName(), text));
        boolean service = known.map(each -> each.kind() == FileFormat.Kind.SERVICE).orElse(false);
        if (service || pageUrls) {
            builder.accessUrl(Optional.of(uri));
        } else {
            builder.downloadUrl(Optional.of(uri));
        }
        return builder.format(known).nationalFields(national);
    }

    /// A list that could not be matched, or belongs to no URL, is kept whole.
    private UrlList.Parallel parallel(UrlList urls, Column column) {
        var parallel = urls.parallel(row.raw(column), separator);
        if (urls.urls().isEmpty()) {
            row.keep(column);
            return parallel;
        }
        parallel.problem().ifPresent(problem -> {
            row.keep(column);
            row.note(NoteKind.LIST_LENGTH_MISMATCH, column.officialName() + ": " + problem);
        });
        return parallel;
    }

    private void keepRefused() {
        if (refused.stream().anyMatch(text -> !text.isBlank())) {
            row.national().put(Column.URLS.officialName(), String.join(String.valueOf(separator), refused));
            for (var column : List.of(Column.FORMATS, Column.ENCODINGS, Column.AMOUNTS)) {
                row.keep(column);
            }
        }
    }

    private static Optional<String> told(String value) {
        return value.isBlank() || RowTexts.isPlaceholder(value) ? Optional.empty() : Optional.of(value);
    }
}
