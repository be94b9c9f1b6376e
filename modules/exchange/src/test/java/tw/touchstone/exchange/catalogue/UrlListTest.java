package tw.touchstone.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.exchange.catalogue.UrlList.Parallel;
import tw.touchstone.exchange.catalogue.UrlList.Url;

class UrlListTest {

    @Test
    void gluesPiecesWithoutASchemeToThePieceBeforeThem() {
        assertThat(UrlList.read("http://a/?b=0;3;&c=1;https://b/x", ';'))
                .isEqualTo(new UrlList(
                        List.of(new Url("http://a/?b=0;3;&c=1", 0, 3), new Url("https://b/x", 3, 1)), 4));
    }

    @Test
    void anEmptyPieceInsideAUrlIsPartOfItAndOneAtTheEndIsNot() {
        assertThat(UrlList.read("http://a/x;;y;", ';'))
                .isEqualTo(new UrlList(List.of(new Url("http://a/x;;y", 0, 3), new Url("", 3, 1)), 4));
    }

    @Test
    void aTimeOrAPortIsNoScheme() {
        assertThat(UrlList.read("http://a/?t=9,time:10,localhost:80", ',').urls())
                .containsExactly(new Url("http://a/?t=9,time:10,localhost:80", 0, 3));
    }

    @Test
    void aMailAddressIsAUrlOfItsOwn() {
        assertThat(UrlList.read("http://a/x;mailto:b@c", ';').urls())
                .containsExactly(new Url("http://a/x", 0, 1), new Url("mailto:b@c", 1, 1));
    }

    @Test
    void aBlankCellHasNoPieces() {
        assertThat(UrlList.read("  ", ';')).isEqualTo(new UrlList(List.of(), 0));
    }

    @Test
    void alignsAListThatIsAsLongAsTheUrls() {
        var urls = UrlList.read("http://a/?b=1;2;http://c/", ';');

        assertThat(urls.parallel("CSV;JSON", ';'))
                .isEqualTo(new Parallel(List.of("CSV", "JSON"), Optional.empty()));
    }

    @Test
    void alignsAListThatIsAsLongAsThePieces() {
        var urls = UrlList.read("http://a/?b=1;2;http://c/", ';');

        assertThat(urls.parallel("CSV;CSV;JSON", ';'))
                .isEqualTo(new Parallel(List.of("CSV", "JSON"), Optional.empty()));
    }

    @Test
    void appliesOneValueToAllAndSaysSo() {
        var urls = UrlList.read("http://a/;http://b/;http://c/", ';');

        assertThat(urls.parallel("XML", ';'))
                .isEqualTo(new Parallel(
                        List.of("XML", "XML", "XML"),
                        Optional.of("1 values for 3 URLs, all the same and applied to each")));
    }

    @Test
    void appliesNothingWhereDifferentValuesCannotBeMatched() {
        var urls = UrlList.read("http://a/;http://b/;http://c/", ';');

        assertThat(urls.parallel("CSV;DOC", ';'))
                .isEqualTo(new Parallel(List.of("", "", ""), Optional.of("2 values for 3 URLs, not applied")));
    }

    @Test
    void leavesOutEmptyValuesWhereThatMakesTheListsAgree() {
        var urls = UrlList.read("http://a/;http://b/", ';');

        assertThat(urls.parallel("UTF-8;;BIG5;", ';'))
                .isEqualTo(new Parallel(
                        List.of("UTF-8", "BIG5"),
                        Optional.of("4 values for 2 URLs, applied without the empty ones")));
    }

    @Test
    void anEmptyListSaysNothing() {
        var urls = UrlList.read("http://a/;http://b/", ';');

        assertThat(urls.parallel(";;;", ';')).isEqualTo(new Parallel(List.of("", ""), Optional.empty()));
    }
}
