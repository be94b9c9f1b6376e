package tw.touchstone.exchange.catalogue;

import java.util.Locale;

/// Why something of a registered row is reported.
public enum NoteKind {
    /// Pieces of a URL list that were torn apart by a separator inside the URL were joined again.
    URL_GLUED,
    /// Characters that no URL may have were percent-encoded.
    URL_REPAIRED,
    /// A URL that leads nowhere was left out; its text is kept among the national fields.
    URL_REFUSED,
    /// The same URL stands twice in a dataset.
    URL_REPEATED,
    /// Lists that should run in parallel to the URLs have another length.
    LIST_LENGTH_MISMATCH,
    /// A date that could not be read is kept verbatim.
    DATE_UNUSABLE,
    FREQUENCY_UNKNOWN,
    FORMAT_UNKNOWN,
    LICENCE_UNKNOWN,
    SERVICE_UNKNOWN,
    /// The address of the dataset's own page is none.
    LANDING_PAGE_UNUSABLE,
    /// The row names no agency.
    AGENCY_MISSING,
    /// The source's identifier cannot be part of an IRI: one was derived from it.
    IDENTIFIER_DERIVED,
    /// Bytes that are no text in the file's encoding, here or already at the source.
    TEXT_DAMAGED,
    /// The row has more or fewer fields than the header, but could be read.
    RAGGED_ROW;

    /// The permanent name in reports, for example `url-glued`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
