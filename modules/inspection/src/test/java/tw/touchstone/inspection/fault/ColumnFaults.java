package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import tw.touchstone.inspection.fault.Fault.Planted;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.DayRange;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;

/// What values are: types that must not be taken for others, spellings, sentinels, places, and what is personal.
final class ColumnFaults {

    private ColumnFaults() {}

    static List<Fault> all() {
        var faults = new ArrayList<Fault>();
        types(faults);
        dates(faults);
        numbers(faults);
        missing(faults);
        places(faults);
        persons(faults);
        return faults;
    }

    /// A column more, whose values depend on the row, and what its profile must say.
    private static Fault column(
            String what, String name, IntFunction<String> value, BiConsumer<ColumnProfile, Integer> expectation) {
        return new Fault("column", what, random -> {
            var clean = CleanTable.of(random);
            int rows = clean.rows().size();
            var values = new ArrayList<String>();
            for (int i = 0; i < rows; i++) {
                values.add(value.apply(i));
            }
            var table = clean.plus(name, values);
            return new Planted(table.bytes(random.nextBoolean() ? UTF_8 : CleanTable.BIG5), seen ->
                    expectation.accept(seen.column(name), rows));
        });
    }

    private static Fault typed(String what, String name, IntFunction<String> value, ColumnType type) {
        return column(what, name, value, (profile, rows) -> {
            assertThat(profile.type()).as(profile.toString()).isEqualTo(type);
            assertThat(profile.filled()).isEqualTo((long) rows);
        });
    }

    private static void types(List<Fault> faults) {
        faults.add(typed("leading zeros are text", "路線別", i -> "%03d".formatted(i), ColumnType.TEXT));
        faults.add(typed("telephone numbers are text", "聯絡電話", i -> "02-2345" + (1_000 + i), ColumnType.TEXT));
        faults.add(typed("long identifiers are text", "流水號", i -> "1234567890123456" + (100 + i), ColumnType.TEXT));
        faults.add(typed("codes are text", "機關代碼", i -> "3" + (10_000 + i), ColumnType.TEXT));
        faults.add(typed("integers", "件數", i -> Integer.toString(i - 3), ColumnType.INTEGER));
        faults.add(typed("decimals", "高度", i -> (i % 7) + "." + (1 + i % 8), ColumnType.DECIMAL));
        faults.add(typed("times", "更新時間", i -> "2023-05-%02d 08:%02d:00".formatted(1 + i % 28, i % 60), ColumnType.DATE_TIME));
        faults.add(typed("answers", "是否開放", i -> i % 3 == 0 ? "Y" : "N", ColumnType.BOOLEAN));
        faults.add(column("an empty column", "預留", i -> "", (profile, rows) -> {
            assertThat(profile.type()).isEqualTo(ColumnType.EMPTY);
            assertThat(profile.blank()).isEqualTo((long) rows);
        }));
        faults.add(column("every value once", "序號", i -> "S" + i, (profile, rows) -> {
            assertThat(profile.unique()).contains(true);
            assertThat(profile.distinct()).isEqualTo((long) rows);
        }));
        faults.add(column("one value twice", "序號", i -> "S" + Math.max(1, i), (profile, rows) ->
                assertThat(profile.unique()).contains(false)));
        faults.add(new Fault("column", "a word among numbers", random -> {
            int row = 5 + random.nextInt(20);
            var table = CleanTable.of(random).with(row, 4, "約五百");
            return new Planted(table.bytes(UTF_8), seen -> seen.at(AnomalyCode.MIXED_TYPE, CleanTable.line(row), 5));
        }));
        faults.add(new Fault("column", "a day that no calendar has", random -> {
            int row = 5 + random.nextInt(20);
            var table = CleanTable.of(random).with(row, 3, "2023-02-30");
            return new Planted(table.bytes(UTF_8), seen -> seen.at(AnomalyCode.IMPOSSIBLE_DATE, CleanTable.line(row), 4));
        }));
    }

    private static LocalDate day(int i) {
        return LocalDate.of(2019, 3, 1).plusDays(i * 17L);
    }

    private static Fault dated(String what, ValueForm form, IntFunction<String> value, LocalDate first) {
        return column(what, "公告日期", value, (profile, rows) -> {
            assertThat(profile.type()).as(profile.toString()).isEqualTo(ColumnType.DATE);
            assertThat(profile.count(form)).as(profile.toString()).isEqualTo((long) rows);
            assertThat(profile.dates().map(DayRange::first)).contains(first);
        });
    }

    private static void dates(List<Fault> faults) {
        var first = day(0);
        faults.add(dated("2019-03-01", ValueForm.ISO_DATE, i -> day(i).toString(), first));
        faults.add(dated("2019/3/1", ValueForm.WESTERN_DATE, i -> spelled(day(i), 0, "%d/%d/%d"), first));
        faults.add(dated("20190301", ValueForm.WESTERN_DATE, i -> spelled(day(i), 0, "%d%02d%02d"), first));
        faults.add(dated("2019年3月1日", ValueForm.WESTERN_DATE, i -> spelled(day(i), 0, "%d年%d月%d日"), first));
        faults.add(dated("108/3/1", ValueForm.ROC_DATE, i -> spelled(day(i), 1911, "%d/%d/%d"), first));
        faults.add(dated("108-03-01", ValueForm.ROC_DATE, i -> spelled(day(i), 1911, "%d-%02d-%02d"), first));
        faults.add(dated("108.03.01", ValueForm.ROC_DATE, i -> spelled(day(i), 1911, "%d.%02d.%02d"), first));
        faults.add(dated("1080301", ValueForm.ROC_COMPACT_DATE, i -> spelled(day(i), 1911, "%d%02d%02d"), first));
        faults.add(dated("108年3月1日", ValueForm.ROC_WORDED_DATE, i -> spelled(day(i), 1911, "%d年%d月%d日"), first));
        faults.add(dated("民國108年3月1日", ValueForm.ROC_WORDED_DATE, i -> spelled(day(i), 1911, "民國%d年%d月%d日"), first));
        faults.add(month("108.03", i -> "%d.%02d".formatted(108 + i / 12, 1 + i % 12)));
        faults.add(month("108/03", i -> "%d/%02d".formatted(108 + i / 12, 1 + i % 12)));
        faults.add(month("10803", i -> "%d%02d".formatted(108 + i / 12, 1 + i % 12)));
        faults.add(month("108年3月", i -> "%d年%d月".formatted(108 + i / 12, 1 + i % 12)));
        faults.add(column("108年", "年度", i -> (80 + i % 30) + "年", (profile, rows) ->
                assertThat(profile.count(ValueForm.ROC_YEAR)).isEqualTo((long) rows)));
        faults.add(column("a bare year of the Republic", "年度", i -> Integer.toString(90 + i % 20), (profile, rows) ->
                assertThat(profile.count(ValueForm.ROC_YEAR)).isEqualTo((long) rows)));
    }

    private static String spelled(LocalDate day, int era, String format) {
        return format.formatted(day.getYear() - era, day.getMonthValue(), day.getDayOfMonth());
    }

    private static Fault month(String what, IntFunction<String> value) {
        return column(what, "統計年月", value, (profile, rows) -> {
            assertThat(profile.count(ValueForm.ROC_MONTH)).as(profile.toString()).isEqualTo((long) rows);
            assertThat(profile.dates().map(DayRange::first)).contains(LocalDate.of(2019, 1, 1));
        });
    }

    private static Fault formed(String what, String name, ValueForm form, IntFunction<String> value) {
        return column(what, name, value, (profile, rows) ->
                assertThat(profile.count(form)).as(profile.toString()).isEqualTo((long) rows));
    }

    private static void numbers(List<Fault> faults) {
        faults.add(formed("full-width digits", "戶數", ValueForm.FULL_WIDTH_DIGITS, i -> "１２" + (char) ('０' + i % 10)));
        faults.add(new Fault("column", "thousands separators", random -> {
            var clean = CleanTable.of(random);
            var table = clean.plus("經費", clean.rows().stream().map(row -> "1,2" + row.getFirst().substring(3)).toList());
            return new Planted(table.quoted().getBytes(UTF_8), seen -> {
                var profile = seen.column("經費");
                assertThat(profile.type()).isEqualTo(ColumnType.INTEGER);
                assertThat(profile.count(ValueForm.THOUSANDS_SEPARATED)).isEqualTo(clean.rows().size());
            });
        }));
        faults.add(formed("percent signs", "達成率", ValueForm.PERCENT, i -> (i % 90) + ".5%"));
        faults.add(formed("numbers with units", "長度", ValueForm.NUMBER_WITH_UNIT, i -> (i + 1) + "公里"));
    }

    private static void missing(List<Fault> faults) {
        for (var sentinel : List.of("-", "…", "NA", "N/A", "無資料", "--", "x", "null")) {
            faults.add(column("nothing written as " + sentinel, "雨量", i -> i % 5 == 2 ? sentinel : Integer.toString(i), (profile, rows) -> {
                long none = java.util.stream.IntStream.range(0, rows).filter(i -> i % 5 == 2).count();
                assertThat(profile.type()).as(profile.toString()).isEqualTo(ColumnType.INTEGER);
                assertThat(profile.blank()).isEqualTo(none);
                assertThat(profile.sentinels()).contains(new ValueCount(sentinel, none));
            }));
        }
        for (var sentinel : List.of("-999", "-9999", "-99.9")) {
            faults.add(column("nothing written as " + sentinel, "雨量", i -> i % 6 == 3 ? sentinel : (i % 40) + ".5", (profile, rows) -> {
                long none = java.util.stream.IntStream.range(0, rows).filter(i -> i % 6 == 3).count();
                assertThat(profile.sentinels()).as(profile.toString()).contains(new ValueCount(sentinel, none));
                assertThat(profile.min()).contains("0.5");
            }));
        }
        faults.add(column("a number below zero that means itself", "水位", i -> Integer.toString(i * 37 - 1_200), (profile, rows) ->
                assertThat(profile.sentinels()).isEmpty()));
    }

    private static void places(List<Fault> faults) {
        faults.add(new Fault("column", "longitude and latitude", random -> {
            var table = located(random, i -> "121." + (400_000 + i * 137), i -> "24." + (900_000 + i * 91));
            return new Planted(table.bytes(UTF_8), seen -> {
                assertThat(seen.column("經度").count(ValueForm.LONGITUDE)).isEqualTo(table.rows().size());
                assertThat(seen.column("緯度").count(ValueForm.LATITUDE)).isEqualTo(table.rows().size());
                var geo = seen.facts().geo().orElseThrow();
                assertThat(geo.crs()).contains("EPSG:4326");
                assertThat(geo.positions()).isEqualTo(table.rows().size());
                assertThat(geo.insideTaiwan()).isEqualTo(table.rows().size());
            });
        }));
        faults.add(new Fault("column", "longitude and latitude exchanged", random -> {
            var table = located(random, i -> "24." + (900_000 + i * 91), i -> "121." + (400_000 + i * 137));
            return new Planted(table.bytes(UTF_8), seen -> seen.anomaly(AnomalyCode.SWAPPED_COORDINATES));
        }));
        faults.add(new Fault("column", "one position far away", random -> {
            int row = 5 + random.nextInt(20);
            var table = located(random, i -> i == row ? "0.000001" : "121." + (400_000 + i), i -> i == row ? "0.000001" : "24." + (900_000 + i));
            return new Planted(table.bytes(UTF_8), seen -> seen.at(AnomalyCode.OUTSIDE_TAIWAN, CleanTable.line(row)));
        }));
        faults.add(new Fault("column", "metres of TWD97", random -> {
            var clean = CleanTable.of(random);
            int rows = clean.rows().size();
            var table = clean.plus("X坐標", numbers(rows, i -> Integer.toString(301_000 + i * 13)))
                    .plus("Y坐標", numbers(rows, i -> Integer.toString(2_770_000 + i * 11)));
            return new Planted(table.bytes(UTF_8), seen -> {
                assertThat(seen.column("X坐標").count(ValueForm.TWD97_EASTING)).isEqualTo(rows);
                assertThat(seen.column("Y坐標").count(ValueForm.TWD97_NORTHING)).isEqualTo(rows);
                assertThat(seen.facts().geo().orElseThrow().crs()).contains("EPSG:3826");
                assertThat(seen.facts().geo().orElseThrow().insideTaiwan()).isEqualTo(rows);
            });
        }));
        faults.add(formed("names of counties", "行政區域", ValueForm.COUNTY_NAME, i -> List.of("臺北市", "台中市", "連江縣").get(i % 3)));
        faults.add(formed("codes of counties", "縣市代碼", ValueForm.COUNTY_CODE, i -> List.of("63000", "65000", "10002").get(i % 3)));
        faults.add(formed("names of districts", "鄉鎮市區", ValueForm.TOWNSHIP_NAME, i -> List.of("大安區", "板橋區", "中壢區").get(i % 3)));
        faults.add(formed("postal codes", "郵遞區號", ValueForm.POSTCODE, i -> List.of("100", "106", "22041").get(i % 3)));
        faults.add(formed("addresses", "地址", ValueForm.ADDRESS, i -> "臺北市大安區和平東路二段" + (i + 1) + "號"));
        faults.add(formed("web addresses", "網址", ValueForm.URL, i -> "https://data.example/" + i + ".html"));
    }

    private static CleanTable located(Random random, IntFunction<String> east, IntFunction<String> north) {
        var clean = CleanTable.of(random);
        int rows = clean.rows().size();
        return clean.plus("經度", numbers(rows, east)).plus("緯度", numbers(rows, north));
    }

    private static List<String> numbers(int rows, IntFunction<String> value) {
        return java.util.stream.IntStream.range(0, rows).mapToObj(value).toList();
    }

    private static void persons(List<Fault> faults) {
        faults.add(personal("national identity numbers", "證號", ValueForm.NATIONAL_ID, CheckDigits::nationalId));
        faults.add(personal("resident certificate numbers", "證號", ValueForm.RESIDENT_ID, CheckDigits::residentId));
        faults.add(personal("mobile numbers", "聯絡方式", ValueForm.MOBILE_NUMBER, i -> "0912-%03d-%03d".formatted(i, (i * 7) % 1_000)));
        faults.add(personal("mobile numbers in one piece", "聯絡方式", ValueForm.MOBILE_NUMBER, i -> "0912%06d".formatted(i * 37)));
        faults.add(personal("e-mail addresses", "信箱", ValueForm.EMAIL_ADDRESS, i -> "resident" + i + "@mail.example.tw"));
        faults.add(personal("card numbers", "付款", ValueForm.CARD_NUMBER, CheckDigits::card));
        faults.add(formed("business numbers", "統一編號", ValueForm.BUSINESS_NUMBER, CheckDigits::businessNumber));
        faults.add(formed("landline numbers", "電話", ValueForm.LANDLINE_NUMBER, i -> "(02)2345-" + (1_000 + i)));
        faults.add(column("identity numbers with wrong check digits are none", "證號", CheckDigits::wrongNationalId, (profile, rows) ->
                assertThat(profile.count(ValueForm.NATIONAL_ID)).isZero()));
        faults.add(column("sixteen digits are not yet a card", "條碼", i -> "%016d".formatted(1_111_000_000_000_000L + i * 2L), (profile, rows) ->
                assertThat(profile.count(ValueForm.CARD_NUMBER)).isZero()));
        faults.add(new Fault("column", "an identity number inside a remark", random -> {
            int row = 3 + random.nextInt(20);
            var secret = CheckDigits.nationalId(random.nextInt(1_000));
            var table = CleanTable.of(random).with(row, 6, "承辦人" + secret + "代領");
            return new Planted(table.bytes(UTF_8), seen -> {
                var form = seen.column("備註").forms().stream()
                        .filter(each -> each.form() == ValueForm.NATIONAL_ID)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("not found"));
                assertThat(form.count()).isEqualTo(1);
                assertThat(form.samples()).anyMatch(place -> place.line() == CleanTable.line(row));
                seen.hides(secret);
            });
        }));
    }

    private static Fault personal(String what, String name, ValueForm form, IntFunction<String> value) {
        return new Fault("column", what, random -> {
            var clean = CleanTable.of(random);
            int rows = clean.rows().size();
            var table = clean.plus(name, numbers(rows, value));
            return new Planted(table.bytes(UTF_8), seen -> {
                var profile = seen.column(name);
                assertThat(profile.count(form)).as(profile.toString()).isEqualTo(rows);
                for (int i = 0; i < rows; i++) {
                    seen.hides(value.apply(i));
                }
            });
        });
    }
}
