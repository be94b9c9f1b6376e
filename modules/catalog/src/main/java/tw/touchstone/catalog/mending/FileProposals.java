package tw.touchstone.catalog.mending;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.RiskCode;

/// Fixes that write a file anew.
final class FileProposals {

    /// Whoever divides such a text into cells guesses.
    private static final Set<AnomalyCode> UNCLEAR = EnumSet.of(
            AnomalyCode.UNCLOSED_QUOTE,
            AnomalyCode.STRAY_QUOTE,
            AnomalyCode.RAGGED_ROW,
            AnomalyCode.COMMENT_LINE,
            AnomalyCode.NO_HEADER,
            AnomalyCode.BLANK_COLUMN_NAME);

    private static final Set<AnomalyCode> AROUND = EnumSet.of(
            AnomalyCode.TITLE_LINE,
            AnomalyCode.HEADER_GROUP_ROW,
            AnomalyCode.SECOND_HEADER_ROW,
            AnomalyCode.REPEATED_HEADER,
            AnomalyCode.TOTAL_ROW,
            AnomalyCode.FOOTER_LINE);

    private static final Set<Character> DELIMITERS = Set.of(',', '\t', ';', '|');

    private final Distribution declared;
    private final ByteFacts facts;
    private final TextFacts text;

    private FileProposals(Distribution declared, ByteFacts facts, TextFacts text) {
        this.declared = declared;
        this.facts = facts;
        this.text = text;
    }

    static List<Proposal> of(Distribution declared, ByteFacts facts, Failures failures) {
        var text = facts.text().filter(each -> each.encoding() != TextEncoding.UNKNOWN);
        return text.isEmpty()
                ? List.of()
                : new FileProposals(declared, facts, text.get()).all(failures);
    }

    private List<Proposal> all(Failures failures) {
        var proposals = new ArrayList<Proposal>();
        transcoding(failures).ifPresent(proposals::add);
        mark().ifPresent(proposals::add);
        SameTable.only(facts).filter(this::isClear).ifPresent(table -> {
            isoDates(table).ifPresent(proposals::add);
            plainTable(table).ifPresent(proposals::add);
        });
        return proposals;
    }

    private Optional<Proposal> transcoding(Failures failures) {
        boolean other = text.encoding() != TextEncoding.UTF_8 && text.encoding() != TextEncoding.ASCII;
        return failures.of(declared.id(), Metric.ENCODING_MATCH)
                .filter(_ -> other)
                .map(ground -> new Proposal(
                        new FileFix.Utf8(declared.id(), facts.digest(), text.encoding()), ground));
    }

    /// JSON must have no mark (RFC 8259, section 8.1). A table may, and either may serve: spreadsheet programs want the
    /// mark, most others take it for a part of the first name.
    private Optional<Proposal> mark() {
        if (text.encoding() != TextEncoding.UTF_8) {
            return Optional.empty();
        }
        boolean json = facts.format().mediaType().endsWith("json");
        boolean table = facts.format() == FileFormat.CSV || facts.format() == FileFormat.TSV;
        if (text.byteOrderMark() && (json || table)) {
            return Optional.of(new Proposal(
                    new FileFix.DropMark(declared.id(), facts.digest()),
                    Ground.oddity(
                            LangText.of("檔案開頭有 BOM", "the file begins with a byte order mark"),
                            json
                                    ? LangText.of("JSON 不得有 BOM（RFC 8259 第 8.1 節）", "JSON without one (RFC 8259, section 8.1)")
                                    : LangText.of("不認得 BOM 的程式會把它當成第一個欄名的一部分", "programs that do not know it take it for a part of the first name"))));
        }
        return table && !text.byteOrderMark()
                ? Optional.of(new Proposal(
                        new FileFix.AddMark(declared.id(), facts.digest()),
                        Ground.oddity(
                                LangText.of("UTF-8，檔案開頭沒有 BOM", "UTF-8 without a byte order mark"),
                                LangText.of("有些試算表軟體須有 BOM 才會以 UTF-8 開啟", "some spreadsheet programs open UTF-8 only by its mark"))))
                : Optional.empty();
    }

    private boolean isClear(TableProfile table) {
        return (facts.format() == FileFormat.CSV || facts.format() == FileFormat.TSV)
                && table.headerLine() > 0
                && DELIMITERS.contains(table.dialect().delimiter())
                && table.dialect().escape() == '\0'
                && table.anomalies().stream().map(Anomaly::code).noneMatch(UNCLEAR::contains);
    }

    private Optional<Proposal> isoDates(TableProfile table) {
        var columns = IntStream.range(0, table.columns().size())
                .filter(at -> SameTable.hasRocDays(table.columns().get(at)))
                .filter(at -> table.columns().get(at).dates().isPresent())
                .filter(at -> table.columns().get(at).type() == ColumnType.DATE
                        || table.columns().get(at).type() == ColumnType.DATE_TIME)
                .boxed()
                .toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        var names = String.join("、", columns.stream().limit(5).map(at -> table.header().get(at)).toList());
        var places = columns.stream()
                .map(at -> new Place(table.headerLine(), at + 1, -1, table.header().get(at)))
                .toList();
        return Optional.of(new Proposal(
                new FileFix.IsoDates(declared.id(), facts.digest(), read(table), columns),
                Ground.risk(
                        RiskCode.ROC_DATES,
                        LangText.of("民國日期的欄位：" + names, "columns with dates of the republic: " + names),
                        LangText.of("ISO 8601 日期，例如 2024-05-01", "dates in ISO 8601, for example 2024-05-01"),
                        places)));
    }

    private Optional<Proposal> plainTable(TableProfile table) {
        var around = table.anomalies().stream()
                .filter(each -> AROUND.contains(each.code()))
                .toList();
        // All places must be known where lines are left out by their number.
        boolean known = Set.of(AnomalyCode.SECOND_HEADER_ROW, AnomalyCode.UNIT_ROW).stream()
                .allMatch(code -> SameTable.count(table, code) <= Anomaly.SAMPLES);
        if (around.isEmpty() || !known) {
            return Optional.empty();
        }
        var dropped = new TreeSet<Long>();
        dropped.addAll(lines(table, AnomalyCode.SECOND_HEADER_ROW));
        dropped.addAll(lines(table, AnomalyCode.UNIT_ROW));
        // Notes are the last rows, so all from the first of them on are.
        long end = lines(table, AnomalyCode.FOOTER_LINE).stream().min(Long::compare).orElse(Long.MAX_VALUE);
        var places = around.stream().flatMap(each -> each.samples().stream()).toList();
        return Optional.of(new Proposal(
                new FileFix.PlainTable(declared.id(), facts.digest(), read(table), table.header(), dropped, end),
                Ground.risk(
                        RiskCode.MERGED_HEADER,
                        LangText.of("欄名與資料之外的列：" + places.size(), "lines that are neither header nor data: " + places.size()),
                        LangText.of("第一列為欄名，其下每列一筆資料", "the names on the first line, a record on each line below"),
                        places)));
    }

    private static List<Long> lines(TableProfile table, AnomalyCode code) {
        return table.anomalies().stream()
                .filter(each -> each.code() == code)
                .flatMap(each -> each.samples().stream())
                .map(Place::line)
                .toList();
    }

    private TableText read(TableProfile table) {
        return new TableText(text.encoding(), table.dialect(), table.headerLine());
    }
}
