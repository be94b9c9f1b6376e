package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.DayRange;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;

/// What one column is, by its values and, where they leave it open, by its name.
class ColumnTest {

    private static ColumnProfile column(String name, String... values) {
        var rows = Arrays.stream(values).map(value -> "甲," + value + "\n").collect(Collectors.joining());
        return Facts.column("k," + name + "\n" + rows, name);
    }

    private static List<ValueForm> forms(ColumnProfile column) {
        return column.forms().stream().map(FormCount::form).toList();
    }

    private static Optional<DayRange> days(String first, String last) {
        return Optional.of(new DayRange(LocalDate.parse(first), LocalDate.parse(last)));
    }

    @ParameterizedTest
    @CsvSource({
        "110/5/1, 109/12/31, ROC_DATE",
        "110.05.01, 109.12.31, ROC_DATE",
        "110-05-01, 109-12-31, ROC_DATE",
        "110年5月1日, 109年12月31日, ROC_WORDED_DATE",
        "民國110年5月1日, 民國109年12月31日, ROC_WORDED_DATE",
        "中華民國110年05月01日, 民國 109 年 12 月 31 日, ROC_WORDED_DATE",
        "2021-05-01, 2020-12-31, ISO_DATE",
        "2021/5/1, 2020/12/31, WESTERN_DATE",
        "2021年5月1日, 2020年12月31日, WESTERN_DATE"
    })
    void readsDatesInEverySpelling(String later, String earlier, ValueForm form) {
        var dates = column("v", later, earlier);

        assertThat(dates.type()).isEqualTo(ColumnType.DATE);
        assertThat(dates.dates()).isEqualTo(days("2020-12-31", "2021-05-01"));
        assertThat(forms(dates)).containsExactly(form);
        assertThat(dates.min()).contains(earlier);
        assertThat(dates.max()).contains(later);
    }

    @Test
    void readsCompactDatesWhereTheColumnBearsThemOut() {
        var compact = column("v", "1100501", "1091231", "0990101");
        assertThat(compact.type()).isEqualTo(ColumnType.DATE);
        assertThat(compact.dates()).isEqualTo(days("2010-01-01", "2021-05-01"));
        assertThat(forms(compact)).contains(ValueForm.ROC_COMPACT_DATE);
        assertThat(column("v", "1100501", "1234567", "1091231").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(column("日期", "1100501").type()).isEqualTo(ColumnType.DATE);
    }

    @Test
    void readsMonthsAndYearsFromTheirFirstToTheirLastDay() {
        assertThat(column("年月", "110.05", "110.06").dates()).isEqualTo(days("2021-05-01", "2021-06-30"));
        assertThat(column("年月", "11005", "11102").dates()).isEqualTo(days("2021-05-01", "2022-02-28"));
        assertThat(column("v", "110年5月", "110年12月").dates()).isEqualTo(days("2021-05-01", "2021-12-31"));
        assertThat(column("v", "109年", "110年度").dates()).isEqualTo(days("2020-01-01", "2021-12-31"));
        assertThat(column("年度", "109", "110").dates()).isEqualTo(days("2020-01-01", "2021-12-31"));
        assertThat(column("年度", "2020", "2021").dates()).isEqualTo(days("2020-01-01", "2021-12-31"));
        assertThat(forms(column("年度", "109", "110"))).containsExactly(ValueForm.ROC_YEAR);
        assertThat(column("v", "民前5年").dates()).isEqualTo(days("1907-01-01", "1907-12-31"));
        assertThat(column("v", "民國元年1月1日").dates()).isEqualTo(days("1912-01-01", "1912-01-01"));
    }

    @Test
    void doesNotTakeNumbersForDates() {
        assertThat(column("v", "110.05", "110.06").type()).isEqualTo(ColumnType.DECIMAL);
        assertThat(column("v", "11005", "11102").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(column("v", "109", "110").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(column("v", "109", "110").dates()).isEmpty();
        assertThat(column("年度", "109", "350").type()).isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void countsWhatStandsForNoValue() {
        var numbers = column("v", "1", "2", "-", "…", "N/A", "null", "x", "*", "無", "無資料", "－");
        assertThat(numbers.filled()).isEqualTo(2);
        assertThat(numbers.blank()).isEqualTo(9);
        assertThat(numbers.type()).isEqualTo(ColumnType.INTEGER);
        assertThat(numbers.sentinels())
                .extracting(ValueCount::value)
                .containsExactlyInAnyOrder("-", "…", "N/A", "null", "x", "*", "無", "無資料", "－");
        var marks = column("v", "x", "甲類", "乙類", "*");
        assertThat(marks.filled()).isEqualTo(4);
        assertThat(marks.sentinels()).isEmpty();
    }

    @Test
    void takesNinesForNothingOnlyWhereTheyLieFarFromTheRest() {
        var temperatures = column("v", "21.5", "-999", "23", "-99.9", "-999");
        assertThat(temperatures.sentinels()).containsExactly(new ValueCount("-999", 2), new ValueCount("-99.9", 1));
        assertThat(temperatures.min()).contains("21.5");
        var balances = column("v", "-1500", "-999", "800");
        assertThat(balances.sentinels()).isEmpty();
        assertThat(balances.min()).contains("-1500");
        assertThat(balances.filled()).isEqualTo(3);
        var counts = column("v", "3", "5", "9999", "4", "9999");
        assertThat(counts.sentinels()).containsExactly(new ValueCount("9999", 2));
        assertThat(column("v", "9998", "9999", "10000").sentinels()).isEmpty();
        assertThat(column("v", "1", "2", "9999").sentinels()).isEmpty();
        assertThat(column("v", "12.5", "999", "13").sentinels()).isEmpty();
    }

    @Test
    void knowsWhetherValuesAreUnique() {
        assertThat(column("v", "a", "b").unique()).contains(true);
        assertThat(column("v", "a", "b", "a").unique()).contains(false);
        assertThat(column("v", "", "-").unique()).isEmpty();
        var many = Collections.nCopies(3, 0).stream()
                .map(_ -> "x")
                .toArray(String[]::new);
        assertThat(column("v", many).distinct()).isEqualTo(1);
    }

    @Test
    void knowsUniquenessOfManyValuesInAndOutOfOrder() {
        var ordered = new StringBuilder("k,v\n");
        var mixed = new StringBuilder("k,v\n");
        var repeated = new StringBuilder("k,v\n");
        for (int i = 0; i < 20_000; i++) {
            ordered.append("甲,").append(i).append('\n');
            mixed.append("甲,n").append(i * 7_919L % 20_011).append('\n');
            repeated.append("甲,n").append(i * 7_919L % 19_997).append('\n');
        }
        assertThat(Facts.column(ordered.toString(), "v").unique()).contains(true);
        assertThat(Facts.column(mixed.toString(), "v").unique()).contains(true);
        assertThat(Facts.column(repeated.toString(), "v").unique()).contains(false);
    }

    @Test
    void saysWhetherDifferentValuesWereCountedOrEstimated() {
        for (int count : new int[] {4_096, 4_097, 60_000}) {
            var text = new StringBuilder("k,v\n");
            for (int i = 0; i < count; i++) {
                text.append("甲,值").append(i).append('\n');
            }
            var column = Facts.column(text.toString(), "v");
            if (count <= 4_096) {
                assertThat(column).returns(4_096L, ColumnProfile::distinct).returns(Optional.empty(), ColumnProfile::distinctError);
            } else {
                assertThat(column.distinctError()).contains(16);
                assertThat((double) column.distinct()).isCloseTo(count, within(count * 3 * 0.016));
            }
        }
    }

    @Test
    void findsSpellingsOfNumbers() {
        assertThat(forms(column("v", "\"1,234\"", "\"12,345,678\""))).containsExactly(ValueForm.THOUSANDS_SEPARATED);
        assertThat(forms(column("v", "12.5%", "3%"))).containsExactly(ValueForm.PERCENT);
        assertThat(forms(column("v", "007", "012"))).containsExactly(ValueForm.LEADING_ZERO);
        assertThat(forms(column("v", "12元", "3.5公里"))).containsExactly(ValueForm.NUMBER_WITH_UNIT);
        var full = column("v", "１２３", "４５");
        assertThat(forms(full)).containsExactly(ValueForm.FULL_WIDTH_DIGITS);
        assertThat(full.type()).isEqualTo(ColumnType.TEXT);
        assertThat(forms(column("v", "123", "1.5", "0", "-3"))).isEmpty();
    }

    @Test
    void findsPlaces() {
        assertThat(forms(column("v", "臺北市", "台東縣", "新北市"))).containsExactly(ValueForm.COUNTY_NAME);
        assertThat(forms(column("v", "信義區", "臺北市大安區", "那瑪夏區", "台西鄉"))).containsExactly(ValueForm.TOWNSHIP_NAME);
        assertThat(forms(column("v", "63000", "09007", "10014"))).contains(ValueForm.COUNTY_CODE);
        assertThat(forms(column("v", "63000010", "65000290", "09007040"))).contains(ValueForm.TOWNSHIP_CODE);
        assertThat(forms(column("v", "63000130", "65000300", "09007050"))).doesNotContain(ValueForm.TOWNSHIP_CODE);
        assertThat(forms(column("v", "臺北市中正區忠孝東路一段1號", "100臺北市中正區徐州路5號")))
                .containsExactly(ValueForm.ADDRESS);
        assertThat(forms(column("郵遞區號", "100", "950", "88042"))).contains(ValueForm.POSTCODE);
        assertThat(column("郵遞區號", "100", "950").type()).isEqualTo(ColumnType.TEXT);
        assertThat(forms(column("數量", "100", "950"))).isEmpty();
        assertThat(forms(column("v", "北極區", "第三區", "開會地點"))).isEmpty();
    }

    @Test
    void findsCoordinatesByNameOrPartner() {
        assertThat(forms(column("經度", "121.5", "120.2"))).containsExactly(ValueForm.LONGITUDE);
        assertThat(forms(column("溫度", "23.5", "24.25", "25.125"))).isEmpty();
        var text = "站,lon,lat\n甲,121.5123,25.0321\n乙,120.2001,22.9911\n丙,121.1112,23.4567\n";
        assertThat(forms(Facts.column(text, "lat"))).containsExactly(ValueForm.LATITUDE);
        var unnamed = "站,a,b\n甲,121.5123,25.0321\n乙,120.2001,22.9911\n丙,121.1112,23.4567\n";
        assertThat(forms(Facts.column(unnamed, "b"))).containsExactly(ValueForm.LATITUDE);
        var metres = "站,X座標,Y座標\n甲,302188.5,2770512.1\n乙,250000,2600000\n";
        assertThat(forms(Facts.column(metres, "X座標"))).containsExactly(ValueForm.TWD97_EASTING);
        assertThat(forms(Facts.column(metres, "Y座標"))).containsExactly(ValueForm.TWD97_NORTHING);
    }

    @Test
    void findsBusinessNumbersOfTheOldAndTheNewRule() {
        // 04595257 by the rule of ten; 10458570 has a seventh digit of 7; 12345675 and its neighbours only by five.
        assertThat(column("統一編號", "04595257", "10458575").count(ValueForm.BUSINESS_NUMBER)).isEqualTo(2);
        assertThat(column("統一編號", "04595252").count(ValueForm.BUSINESS_NUMBER)).isEqualTo(1);
        assertThat(column("統一編號", "04595253").count(ValueForm.BUSINESS_NUMBER)).isZero();
        assertThat(column("統一編號", "04595257").type()).isEqualTo(ColumnType.TEXT);
        assertThat(forms(column("金額", "14595257", "20458575"))).doesNotContain(ValueForm.BUSINESS_NUMBER);
    }

    @Test
    void countsMonthsOfTheRepublicAmongDays() {
        assertThat(column("收錄期間(起)", "104/01", "2015-01-01", "2016-01-01", "不定期").count(ValueForm.ROC_MONTH)).isEqualTo(1);
        assertThat(column("地號", "104/01", "2015-01-01", "不定期").count(ValueForm.ROC_MONTH)).isZero();
    }

    @Test
    void takesYearsBefore1900ForSlips() {
        var column = column("日期", "1015-07-22", "1899-12-31", "1900-01-01", "2015-07-22");
        assertThat(column.count(ValueForm.ISO_DATE)).isEqualTo(2);
        assertThat(column.type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void findsWebAddresses() {
        assertThat(forms(column("v", "https://example.org/a", "http://www.example.org"))).containsExactly(ValueForm.URL);
        assertThat(forms(column("v", "見網站", "http"))).isEmpty();
    }

    @Test
    void keepsLongIdsAsText() {
        assertThat(column("v", "1234567890", "1234567891", "1234567892").type()).isEqualTo(ColumnType.TEXT);
        assertThat(column("v", "1234567890", "123", "1234567892").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(column("v", "\"14,358,792,790\"", "\"19,092,851,860\"", "\"15,092,851,860\"").type())
                .isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void takesUnitsFromBrackets() {
        assertThat(column("面積(公頃)", "1").unit()).contains("公頃");
        assertThat(column("金額（新臺幣千元）", "1").unit()).contains("新臺幣千元");
        assertThat(column("密度[人/平方公里]", "1").unit()).contains("人/平方公里");
        assertThat(column("位置(地址)", "1").unit()).isEmpty();
    }
}
