package tw.touchstone.inspection.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorEnvelopeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false,\"message\":\"x\"}",
                "\uFEFF { \"success\" : \"false\" }",
                "{\"help\":\"x\",\"success\":false,\"error\":{\"message\":\"Not found\"}}",
                "{\"error\":{\"code\":1}}",
                "{\"error\":\"not found\"}",
                "{\"errors\":[\"x\"]}",
                "{\"error\":true}",
                "{\"error\":404}",
                "{\"status\":\"ERROR\",\"message\":\"x\"}",
                "{\"success\":false,\"data\":[]}",
                "<ServiceException>x</ServiceException>",
                "<?xml version=\"1.0\"?>\n<ServiceExceptionReport/>",
                "<?xml version=\"1.0\"?>\n<!-- a\n b -->\n<ows:ExceptionReport version=\"1\"/>",
                "<!DOCTYPE ServiceExceptionReport SYSTEM \"x.dtd\">\n<ServiceExceptionReport/>",
                "<soap:Envelope xmlns:soap=\"x\"><soap:Body><soap:Fault/></soap:Body></soap:Envelope>"
            })
    void seesAnError(String body) {
        assertThat(ErrorEnvelope.is(body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "a,b\n1,2\n",
                "{\"success\":true,\"result\":[]}",
                "{\"error\":null,\"data\":[]}",
                "{\"error\":\"\",\"data\":[]}",
                "{\"error\":0}",
                "{\"error\":{}}",
                "{\"errors\":[]}",
                "{\"error\":false}",
                "{\"status\":\"ok\"}",
                "{\"data\":[{\"error\":\"x\"}]}",
                "{\"data\":[{\"a\":1}],\"error\":\"one row was left out\"}",
                "[{\"error\":\"x\"}]",
                "{\"error\":\"cut",
                "<Errors><Error/></Errors>",
                "<soap:Envelope xmlns:soap=\"x\"><soap:Body><Result/></soap:Body></soap:Envelope>"
            })
    void seesNoErrorInData(String body) {
        assertThat(ErrorEnvelope.is(body)).isFalse();
    }
}
