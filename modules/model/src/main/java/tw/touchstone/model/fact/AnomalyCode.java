package tw.touchstone.model.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything odd that an inspection can find in bytes. A code is permanent: a changed meaning is a new code.
///
/// An anomaly is no fault by itself; which ones matter is for the rules to say.
public enum AnomalyCode {
    // Text

    /// Bytes that do not decode in the encoding the text is in (or nearest to).
    MALFORMED_BYTES,
    /// The text decodes, but to characters that no language uses together.
    IMPLAUSIBLE_CHARACTERS,
    /// Stretches of the text are in another encoding than the rest.
    MIXED_ENCODINGS,
    /// U+0000.
    NUL,
    /// Another control character than tab and line ends.
    CONTROL_CHARACTER,
    /// U+FFFD, which an earlier conversion left behind.
    REPLACEMENT_CHARACTER,
    /// A question mark where an earlier conversion had no character for what stood there: 王?明.
    LOST_CHARACTER,
    /// Text that was decoded in a wrong encoding before it was written.
    MOJIBAKE,
    /// A user-defined character of Big5, or one of Unicode's private use.
    PRIVATE_USE_CHARACTER,
    /// A byte order mark that does not stand at the beginning.
    STRAY_BYTE_ORDER_MARK,

    // Tables

    /// A line above the header that is no part of the table.
    TITLE_LINE,
    /// A row of groups above the header, as merged cells leave it.
    HEADER_GROUP_ROW,
    /// A second row of names below the header, for example in English.
    SECOND_HEADER_ROW,
    /// A row that states units and nothing else, between header and values or above the header.
    UNIT_ROW,
    /// The table begins with values.
    NO_HEADER,
    /// The header stands again among the rows.
    REPEATED_HEADER,
    BLANK_COLUMN_NAME,
    DUPLICATE_COLUMN_NAME,
    /// A row with more or fewer fields than the header.
    RAGGED_ROW,
    /// A row whose values, from some column on, stand in the columns of their neighbours, as a delimiter that nobody
    /// quoted leaves them.
    SHIFTED_ROW,
    /// Names that do not fit what stands below them but what stands some columns beside it.
    SHIFTED_NAMES,
    BLANK_ROW,
    /// A comment line, which is no row.
    COMMENT_LINE,
    /// A sum among the rows or below them (合計, 總計, 小計), which is no row itself unless most rows are such.
    TOTAL_ROW,
    /// A note below the table.
    FOOTER_LINE,
    /// Cells merged in a workbook, or left blank below a value as an export of merged cells leaves them.
    MERGED_CELL,
    /// A quote that never closes.
    UNCLOSED_QUOTE,
    /// A quote inside an unquoted field, or text behind a closing quote.
    STRAY_QUOTE,
    /// Lines end in several ways.
    MIXED_LINE_ENDS,
    /// A value that is of another type than nearly all of its column.
    MIXED_TYPE,
    /// A date that no calendar has, for example 2023-02-30, or of a year before 1900 that is likely a slip: 1015-07-22.
    IMPOSSIBLE_DATE,
    /// A value that a spreadsheet program would run as a formula.
    FORMULA_LIKE_VALUE,
    /// A cell of a workbook that shows an error (#REF!, #N/A).
    ERROR_CELL,
    /// A number that a workbook keeps as text.
    NUMBER_AS_TEXT,
    /// A formula of a workbook whose result was not stored, so that the cell seems empty to most programs.
    FORMULA_WITHOUT_VALUE,
    HIDDEN_SHEET,
    HIDDEN_ROW,
    HIDDEN_COLUMN,

    // Trees

    /// A key that stands twice in one object; most programs read only one of the values.
    DUPLICATE_KEY,
    /// A document type declaration, which is not followed.
    DOCTYPE,
    /// A reference to an entity other than XML's own five, which is not resolved.
    ENTITY_REFERENCE,
    /// Records that lack fields most others have.
    UNEVEN_RECORD,
    /// A record that cannot be read where others can.
    BROKEN_RECORD,

    // Archives

    /// A member that cannot be read without a password.
    ENCRYPTED_MEMBER,
    /// A member whose path leads out of the archive.
    UNSAFE_PATH,
    /// A member that is a link.
    LINK_MEMBER,
    /// A path that stands twice.
    DUPLICATE_MEMBER,
    /// A member that breaks off or does not match its checksum.
    BROKEN_MEMBER,
    /// A member that unpacks to more than the caps allow.
    OVERSIZED_MEMBER,
    /// A name that is not in Unicode.
    UNDECLARED_NAME_ENCODING,

    // Geodata

    /// Positions outside Taiwan, its islands and waters.
    OUTSIDE_TAIWAN,
    /// Positions that would lie in Taiwan if longitude and latitude were exchanged.
    SWAPPED_COORDINATES,
    /// Positions that no coordinate reference system in use here has.
    IMPOSSIBLE_COORDINATES,
    /// No coordinate reference system is stated where the format does not fix one.
    MISSING_CRS,
    /// A geometry that breaks its format's rules, for example a ring that is not closed.
    INVALID_GEOMETRY,
    /// A part of a shapefile is missing (.shp, .shx, .dbf).
    MISSING_PART;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The permanent name in documents, for example `ragged-row`.
    public String id() {
        return id;
    }

    /// The code with this [#id()].
    public static Optional<AnomalyCode> ofId(String id) {
        return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
    }
}
