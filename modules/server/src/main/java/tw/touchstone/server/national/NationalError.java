package tw.touchstone.server.national;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tw.touchstone.server.http.Problem;

/// Refusals that are both a problem (RFC 9457) and what the portal answers: `success` and `error` with a numbered
/// type. Where the portal answers 200, the status says what happened.
final class NationalError {

    private NationalError() {}

    static Problem absent(String id) {
        return of(HttpStatus.NOT_FOUND, "ER0050:資料集不存在", "there is no dataset " + id);
    }

    /// It was withdrawn, for good.
    static Problem gone(String id, Object at, String reason) {
        return of(HttpStatus.GONE, "ER0052:資料集已下架", "the dataset " + id + " was withdrawn: " + reason)
                .with("withdrawn", at);
    }

    static Problem forbidden(String agency) {
        return of(HttpStatus.FORBIDDEN, "ER0001:API Key錯誤", "this account may not act for the agency " + agency);
    }

    static Problem malformed(String reason) {
        return of(HttpStatus.BAD_REQUEST, "ER0031:資料集屬性錯誤", reason);
    }

    /// A document that can be read and must not be published.
    ///
    /// @param errors each with the member it is about
    static Problem refused(List<Map<String, Object>> errors) {
        return of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "ER0031:資料集屬性錯誤",
                        "the dataset has " + errors.size() + (errors.size() == 1 ? " error" : " errors"))
                .with("errors", errors);
    }

    static Problem of(HttpStatus status, String type, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error_type", type);
        error.put("message", message);
        return Problem.of(status, message).with("success", false).with("error", error);
    }
}
