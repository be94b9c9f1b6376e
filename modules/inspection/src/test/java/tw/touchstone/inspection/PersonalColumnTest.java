package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;

/// Which columns hold what identifies a person, and that none of it is shown.
class PersonalColumnTest {

    private static ColumnProfile column(String name, String... values) {
        var rows = Arrays.stream(values).map(value -> "甲," + value + "\n").collect(Collectors.joining());
        return Facts.column("k," + name + "\n" + rows, name);
    }

    private static List<ValueForm> forms(ColumnProfile column) {
        return column.forms().stream().map(FormCount::form).toList();
    }

    @Test
    void masksPersonalDataEverywhere() {
        var ids = column("v", "A123456789", "B142610160", "AC01234567", "A800000014");
        assertThat(ids.toString()).doesNotContain("A123456789");
        assertThat(ids.count(ValueForm.NATIONAL_ID)).isGreaterThanOrEqualTo(1);
        var mobile = column("v", "0912345678", "0912-345-678", "+886 912 345 678");
        assertThat(mobile.count(ValueForm.MOBILE_NUMBER)).isEqualTo(3);
        assertThat(mobile.type()).isEqualTo(ColumnType.TEXT);
        assertThat(mobile.toString()).doesNotContain("345678", "345-678", "345 678");
        var mail = column("v", "a.b@example.org", "聯絡 c@example.org");
        assertThat(mail.count(ValueForm.EMAIL_ADDRESS)).isEqualTo(2);
        assertThat(mail.toString()).doesNotContain("a.b@", "c@e");
        assertThat(mail.forms().getFirst().samples()).extracting(place -> place.seen())
                .containsExactly("***@example.org", "聯絡 ***@example.org");
        var remark = column("備註", "王先生0912345678", "身分證A123456789");
        assertThat(forms(remark)).containsExactly(ValueForm.NATIONAL_ID, ValueForm.MOBILE_NUMBER);
        assertThat(remark.toString()).doesNotContain("0912345678", "A123456789");
    }

    @Test
    void takesCodesThatLookLikeIdentityNumbersForCodes() {
        var codes = column("v", "A123456780", "A123456781", "A123456782", "A123456783", "A123456789");
        assertThat(forms(codes)).doesNotContain(ValueForm.NATIONAL_ID);
    }

    @Test
    void findsCardNumbersAndNotJustAnyLongId() {
        assertThat(forms(column("v", "4111111111111111", "5500005555555559", "4012888888881881"))).contains(ValueForm.CARD_NUMBER);
        assertThat(forms(column("v", "4111-1111-1111-1111", "現金", "現金"))).contains(ValueForm.CARD_NUMBER);
        assertThat(forms(column("v", "4111111111111111", "4111111111111112", "4111111111111113")))
                .doesNotContain(ValueForm.CARD_NUMBER);
        assertThat(column("v", "4111111111111111").toString()).doesNotContain("4111111111111111");
    }

    @Test
    void findsTelephoneNumbers() {
        assertThat(column("v", "(02)23456789", "02-2345-6789#12", "(089)320051", "049-2345678")
                        .count(ValueForm.LANDLINE_NUMBER))
                .isEqualTo(4);
        assertThat(column(
                                "v",
                                "02-25505220-2122",
                                "037-322002-12",
                                "(089)322-002-5",
                                "0836-25505-123",
                                "02-25505220 轉 2122",
                                "(089)851004分機37",
                                "02-27208889# 6995",
                                "(02) 2720-8889 ext.3529")
                        .count(ValueForm.LANDLINE_NUMBER))
                .isEqualTo(8);
        // A date, numbers of documents, coordinates, an extension too long, a number that begins with 1.
        assertThat(column(
                                "v",
                                "0113-05-01-12",
                                "0212345678-001",
                                "02-2550522012-1",
                                "02-25505220-212212",
                                "02-15505220-2122",
                                "025-5052201-21",
                                "0121.5654-25.0329")
                        .count(ValueForm.LANDLINE_NUMBER))
                .isZero();
        assertThat(column("電話", "935269167", "0912345678").count(ValueForm.MOBILE_NUMBER)).isEqualTo(2);
        assertThat(column("金額", "935269167", "12345").count(ValueForm.MOBILE_NUMBER)).isZero();
        assertThat(column("電話", "935269167", "935269168").toString()).doesNotContain("935269167");
    }

    @Test
    void masksNamesOfPersonsInColumnsOfSuch() {
        var named = column("負責人", "王小明", "歐陽大同 先生", "李四小姐", "臺東縣政府", "陳五、林六七");
        assertThat(named.top())
                .extracting(ValueCount::value)
                .containsExactlyInAnyOrder("王**", "歐*** 先生", "李*小姐", "臺東縣政府", "陳*、林**");
        assertThat(named.toString()).doesNotContain("小明", "大同", "李四", "陳五", "六七");
        for (var name : List.of("管理人", "聯絡人姓名", "承辦人", "資料集提供機關聯絡人", "姓名", "負責人(代表人)")) {
            assertThat(column(name, "王小明").max()).as(name).contains("王**");
        }
        for (var name : List.of("機關", "聯絡人電話", "負責人職稱", "管理人數")) {
            assertThat(column(name, "社會處").max()).as(name).contains("社會處");
        }
    }
}
