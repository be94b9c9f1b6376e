package tw.touchstone.exchange.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class XmlTest {

    @Test
    void textOfStrangersCannotBecomeMarkup() {
        assertThat(new Xml().text("a", "<b> & \"c\" ]]>", "d", "\"<&>").toString())
                .endsWith("<a d=\"&quot;&lt;&amp;&gt;\">&lt;b&gt; &amp; &quot;c&quot; ]]&gt;</a>\n");
    }

    @Test
    void whatXmlCannotSayIsReplaced() {
        assertThat(new Xml().text("a", "x\u0000\uFFFE\uD800y\r\n\t𠮷").toString())
                .endsWith("<a>x\uFFFD\uFFFD\uFFFDy\uFFFD\n\t𠮷</a>\n");
    }

    @Test
    void aDocumentThatIsNotClosedIsNone() {
        assertThatIllegalStateException().isThrownBy(() -> new Xml().open("a").toString());
    }
}
