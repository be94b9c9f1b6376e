package tw.touchstone.quality.rules.ready;

import static tw.touchstone.quality.rules.ready.Changed.big5;
import static tw.touchstone.quality.rules.ready.Changed.collection;
import static tw.touchstone.quality.rules.ready.Changed.counties;
import static tw.touchstone.quality.rules.ready.Changed.dateless;
import static tw.touchstone.quality.rules.ready.Changed.degrees;
import static tw.touchstone.quality.rules.ready.Changed.groups;
import static tw.touchstone.quality.rules.ready.Changed.inside;
import static tw.touchstone.quality.rules.ready.Changed.limits;
import static tw.touchstone.quality.rules.ready.Changed.marked;
import static tw.touchstone.quality.rules.ready.Changed.nonSpatial;
import static tw.touchstone.quality.rules.ready.Changed.pdf;
import static tw.touchstone.quality.rules.ready.Changed.referring;
import static tw.touchstone.quality.rules.ready.Changed.without;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Release;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.rules.ready.ReadyRulesTest.Case;

/// Cases of indicators that compare what is said with the file.
final class FileCases {

    private static final ReadyDataset PERFECT = ReadyDataset.perfect();

    private FileCases() {}

    static List<Case> all() {
        return List.of(
                new Case("no statement of missing values", collection(each -> new DataCollection(each.method(), each.types(), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), LangText.NONE)), 13, "0"),
                new Case("statement names the sentinel", collection(each -> new DataCollection(each.method(), each.types(), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), LangText.zh("以 -999 表示"))), 13, "PASS"),
                new Case("statement names nothing", collection(each -> new DataCollection(each.method(), each.types(), each.timeframe(), each.preprocessing(), each.manipulation(), each.imputation(), each.deidentification(), LangText.zh("部分欄位可能缺漏"))), 13, "0"),
                new Case("marker in the dictionary", PERFECT.with(each -> each.collection(Optional.empty())).declared(each -> each.fields(List.of(marked("-999")))), 13, "PASS"),
                new Case("exactly one in a hundred", PERFECT.with(each -> each.collection(Optional.empty())).column(ReadyFile.column("人口數", ColumnType.INTEGER, 990, 10).build()), 13, "PASS"),
                new Case("eleven in a thousand", PERFECT.with(each -> each.collection(Optional.empty())).column(ReadyFile.column("人口數", ColumnType.INTEGER, 989, 11).build()), 13, "0"),
                new Case("a PDF", pdf(), 13, "0"),
                new Case("a PDF", pdf(), 15, "0"),
                new Case("dates cover 293 of 366 days", PERFECT.column(ReadyFile.column("日期", ColumnType.DATE, 1000, 0).dates("2024-01-01", "2024-10-19").build()), 15, "PASS"),
                new Case("dates cover 292 of 366 days", PERFECT.column(ReadyFile.column("日期", ColumnType.DATE, 1000, 0).dates("2024-01-01", "2024-10-18").build()), 15, "0"),
                new Case("dates begin a day early", PERFECT.column(ReadyFile.column("日期", ColumnType.DATE, 1000, 0).dates("2023-12-31", "2024-12-31").build()), 15, "0"),
                new Case("dates end a day late", PERFECT.column(ReadyFile.column("日期", ColumnType.DATE, 1000, 0).dates("2024-01-01", "2025-01-01").build()), 15, "0"),
                new Case("dates without a period", PERFECT.with(each -> each.temporal(Optional.empty())), 15, "0"),
                new Case("declared dates that are not in the file", PERFECT.holding(dateless()), 15, "0"),
                new Case("no dates, none declared", PERFECT.holding(dateless()).declared(each -> each.fields(List.of())), 15, "NA"),
                new Case("no dates and no period", PERFECT.holding(dateless()).with(each -> each.temporal(Optional.empty())), 15, "0"),
                new Case("a column called date that has none", PERFECT.holding(ReadyFile.table(List.of(), List.of(ReadyFile.column("公告日期（西元）", ColumnType.TEXT, 1000, 0).build()))).declared(each -> each.fields(List.of())), 15, "0"),
                new Case("a PDF", pdf(), 20, "0"),
                new Case("99 of 100 inside", PERFECT, 20, "PASS"),
                new Case("98.9 of 100 inside", PERFECT.holding(inside(989)), 20, "0"),
                new Case("inside the box in degrees", PERFECT.with(each -> each.spatial(List.of())).holding(degrees("121.5")), 20, "PASS"),
                new Case("outside the box in degrees", PERFECT.with(each -> each.spatial(List.of())).holding(degrees("121.8")), 20, "0"),
                new Case("no area stated", PERFECT.with(each -> each.spatial(List.of()).coverage(Optional.empty())), 20, "0"),
                new Case("nothing spatial", PERFECT.holding(without()), 20, "NA"),
                new Case("nothing spatial and no area", PERFECT.holding(without()).with(each -> each.spatial(List.of()).coverage(Optional.empty())), 20, "0"),
                new Case("nothing spatial, and declared so", PERFECT.holding(without()).with(each -> each.spatial(List.of()).coverage(Optional.of(nonSpatial()))), 20, "NA"),
                new Case("declared longitudes that cannot be read", PERFECT.holding(without()).declared(each -> each.fields(List.of(ReadyDataset.field("經度(WGS84)", FieldType.DECIMAL, "度", false)))), 20, "0"),
                new Case("declared county codes that cannot be read", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("縣市代碼", FieldType.STRING, "", false)))), 20, "0"),
                new Case("county codes of elsewhere", PERFECT.holding(counties("65000")), 20, "0"),
                new Case("county codes of here", PERFECT.holding(counties("63000")), 20, "PASS"),
                new Case("a PDF", pdf(), 21, "0"),
                new Case("no reference system", PERFECT.with(each -> each.conformsTo(List.of())), 21, "0"),
                new Case("another reference system", PERFECT.with(each -> each.conformsTo(List.of(URI.create("http://www.opengis.net/def/crs/EPSG/0/4326")))), 21, "0"),
                new Case("no coordinates", PERFECT.holding(without()), 21, "NA"),
                new Case("declared latitudes that cannot be read", PERFECT.holding(without()).declared(each -> each.fields(List.of(ReadyDataset.field("lat", FieldType.DECIMAL, "", false)))), 21, "0"),
                new Case("declared as JSON", PERFECT.declared(each -> each.format(Optional.of(FileFormat.JSON))), 24, "0"),
                new Case("another media type", PERFECT.declared(each -> each.mediaType(Optional.of("application/json"))), 24, "0"),
                new Case("media type with a parameter", PERFECT.declared(each -> each.mediaType(Optional.of("text/CSV; charset=utf-8"))), 24, "PASS"),
                new Case("served as a page", PERFECT.reached(ReadyDataset.answer(URI.create("https://data.example.tw/a.csv"), LinkVerdict.OK, "text/html")), 24, "0"),
                new Case("three of four described", PERFECT.declared(each -> each.fields(each.build().fields().subList(0, 3))), 25, "7500"),
                new Case("two of four described", PERFECT.declared(each -> each.fields(each.build().fields().subList(0, 2))), 25, "5000"),
                new Case("one of four described", PERFECT.declared(each -> each.fields(each.build().fields().subList(0, 1))), 25, "0"),
                new Case("names alone", PERFECT.declared(each -> each.fields(List.of(FieldDescription.named("里別")))), 25, "0"),
                new Case("one bad row of a thousand", PERFECT.odd(new Anomaly(AnomalyCode.RAGGED_ROW, 1, List.of())), 26, "PASS"),
                new Case("two bad rows of a thousand", PERFECT.odd(new Anomaly(AnomalyCode.RAGGED_ROW, 2, List.of())), 26, "5000"),
                new Case("ten bad rows of a thousand", PERFECT.odd(new Anomaly(AnomalyCode.RAGGED_ROW, 10, List.of())), 26, "5000"),
                new Case("eleven bad rows of a thousand", PERFECT.odd(new Anomaly(AnomalyCode.RAGGED_ROW, 11, List.of())), 26, "0"),
                new Case("a number that is text", PERFECT.column(ReadyFile.column("人口數", ColumnType.TEXT, 980, 20).build()), 26, "0"),
                new Case("nothing to check against", PERFECT.declared(each -> each.fields(List.of())), 26, "0"),
                new Case("no key", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("里別", FieldType.STRING, "", false)))), 27, "0"),
                new Case("repeated key", PERFECT.column(ReadyFile.column("里別", ColumnType.TEXT, 1000, 0).unique(false).build()), 27, "0"),
                new Case("key with a blank", PERFECT.column(ReadyFile.column("里別", ColumnType.TEXT, 999, 1).unique(true).build()), 27, "0"),
                new Case("key that is not in the file", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("代碼", FieldType.STRING, "", true)))), 27, "0"),
                new Case("key of two fields", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("里別", FieldType.STRING, "", true), ReadyDataset.field("日期", FieldType.DATE, "", true)))), 27, "NOT_YET"),
                new Case("reference to nothing", PERFECT.declared(each -> each.fields(List.of(referring("沒有"), ReadyDataset.field("里別", FieldType.STRING, "", true)))), 27, "0"),
                new Case("reference to a field", PERFECT.declared(each -> each.fields(List.of(referring("里別"), ReadyDataset.field("里別", FieldType.STRING, "", true)))), 27, "PASS"),
                new Case("number without unit", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("人口數", FieldType.INTEGER, "", false)))), 28, "0"),
                new Case("one of two with unit", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("人口數", FieldType.INTEGER, "", false), ReadyDataset.field("戶數", FieldType.INTEGER, "戶", false)))), 28, "5000"),
                new Case("code without list", PERFECT.declared(each -> each.fields(List.of(ReadyDataset.field("里代碼", FieldType.STRING, "", false)))), 28, "0"),
                new Case("no dictionary", PERFECT.declared(each -> each.fields(List.of())), 28, "0"),
                new Case("in Big5", PERFECT.holding(big5()), 29, "0"),
                new Case("title line", PERFECT.odd(new Anomaly(AnomalyCode.TITLE_LINE, 1, List.of())), 29, "0"),
                new Case("blank rows", PERFECT.odd(new Anomaly(AnomalyCode.BLANK_ROW, 9, List.of())), 29, "PASS"),
                new Case("a PDF", PERFECT.holding(ReadyFile.facts(FileFormat.PDF, TextEncoding.UTF_8, new Content.Opaque(), Optional.empty())), 29, "0"),
                new Case("a PDF", pdf(), 31, "0"),
                new Case("twenty to one", PERFECT.with(each -> each.limits(Optional.of(groups()))).column(ReadyFile.column("性別", ColumnType.TEXT, 2100, 0).top("女", 2000).top("男", 100).build()), 31, "PASS"),
                new Case("more than twenty to one", PERFECT.with(each -> each.limits(Optional.of(groups()))).column(ReadyFile.column("性別", ColumnType.TEXT, 2101, 0).top("女", 2001).top("男", 100).build()), 31, "0"),
                new Case("uneven and told of", PERFECT.column(ReadyFile.column("性別", ColumnType.TEXT, 1000, 0).top("女", 995).top("男", 5).build()), 31, "PASS"),
                new Case("no group declared", limits(each -> new Limits(each.biases(), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), List.of())), 31, "0"),
                new Case("no group at all", PERFECT.with(each -> each.limits(Optional.empty())).holding(ReadyFile.table(List.of(), ReadyFile.columns().subList(0, 3))).declared(each -> each.fields(List.of())), 31, "NA"),
                new Case("a declared group that the header hides", PERFECT.with(each -> each.limits(Optional.empty())).holding(ReadyFile.table(List.of(), ReadyFile.columns().subList(0, 3))), 31, "0"),
                new Case("declared group is not there", limits(each -> new Limits(each.biases(), each.limitations(), each.personalData(), each.useCases(), each.socialImpact(), List.of("年齡"))), 31, "0"),
                new Case("a PDF", pdf(), 33, "0"),
                new Case("personal data not stated", limits(each -> new Limits(each.biases(), each.limitations(), LangText.NONE, each.useCases(), each.socialImpact(), each.groupColumns())), 33, "0"),
                new Case("undeclared identity numbers", PERFECT.column(ReadyFile.column("身分證", ColumnType.TEXT, 1000, 0).form(ValueForm.NATIONAL_ID, 1).build()), 33, "0"),
                new Case("business numbers are no personal data", PERFECT.column(ReadyFile.column("統編", ColumnType.TEXT, 1000, 0).form(ValueForm.BUSINESS_NUMBER, 9).build()), 33, "PASS"),
                new Case("declared identity numbers", limits(each -> new Limits(each.biases(), each.limitations(), LangText.zh("含身分證字號，已取得同意"), each.useCases(), each.socialImpact(), each.groupColumns())).column(ReadyFile.column("身分證", ColumnType.TEXT, 1000, 0).form(ValueForm.NATIONAL_ID, 9).build()), 33, "PASS"),
                new Case("a page", PERFECT.holding(ReadyFile.page()), 35, "0"),
                new Case("a dead link that never gave anything", PERFECT.reached(ReadyDataset.answer(URI.create("https://data.example.tw/a.csv"), LinkVerdict.BROKEN, "")).holdingNothing(), 35, "0"),
                new Case("a link that answers, bytes unseen", PERFECT.holdingNothing(), 35, "NOT_YET"),
                new Case("bytes, and the link unasked", PERFECT.unasked(), 35, "NOT_YET"),
                new Case("a page, and the link unasked", PERFECT.holding(ReadyFile.page()).unasked(), 35, "0"),
                new Case("an undecided link", PERFECT.reached(ReadyDataset.answer(URI.create("https://data.example.tw/a.csv"), LinkVerdict.UNDECIDED, "")), 35, "UNDECIDED"),
                new Case("a dead link", PERFECT.reached(ReadyDataset.answer(URI.create("https://data.example.tw/a.csv"), LinkVerdict.BROKEN, "")), 35, "0"),
                new Case("no file", PERFECT.holding(ReadyFile.facts(FileFormat.CSV, TextEncoding.UTF_8, new Content.Empty(), Optional.empty())), 35, "0"),
                new Case("no checksum", PERFECT.declared(each -> each.checksum(Optional.empty())), 36, "5000"),
                new Case("wrong size", PERFECT.declared(each -> each.byteSize(Optional.of(421L))), 36, "0"),
                new Case("neither checksum nor size", PERFECT.declared(each -> each.checksum(Optional.empty()).byteSize(Optional.empty())), 36, "0"),
                new Case("no date of publication", PERFECT.with(each -> each.issued(Optional.empty())), 37, "0"),
                new Case("no checksum for Croissant", PERFECT.declared(each -> each.checksum(Optional.empty())), 37, "0"),
                new Case("live without checksum", PERFECT.with(each -> each.release(Optional.of(new Release(Optional.empty(), LangText.NONE, true, LangText.NONE)))).declared(each -> each.checksum(Optional.empty())), 37, "PASS"));
    }
}
