package tw.touchstone.server.http;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// A request that is refused: thrown by a controller and answered as `application/problem+json`. (RFC 9457)
public final class Problem extends ErrorResponseException {

    private static final URI NO_FURTHER_TYPE = URI.create("about:blank");

    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    /// A refusal with one sentence that says why.
    public static Problem of(HttpStatus status, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(NO_FURTHER_TYPE);
        body.setTitle(status.getReasonPhrase());
        return new Problem(status, body);
    }

    /// The refusal of one parameter, header or property, which it names as `field`.
    public static Problem in(HttpStatus status, String field, String detail) {
        return of(status, detail).with("field", field);
    }

    /// A parameter, header or property that cannot be understood.
    public static Problem badField(String field, String detail) {
        return in(HttpStatus.BAD_REQUEST, field, detail);
    }

    /// The same refusal with one more member.
    ///
    /// @param value what Jackson can write
    public Problem with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    /// The same refusal with a header.
    public Problem header(String name, String value) {
        getHeaders().set(name, value);
        return this;
    }
}
