package tw.touchstone.server.oai;

/// A request that the protocol answers with an error. (OAI-PMH 2.0, section 3.6)
final class OaiError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// The errors of the protocol, by their codes.
    enum Code {
        badArgument,
        badResumptionToken,
        badVerb,
        cannotDisseminateFormat,
        idDoesNotExist,
        noRecordsMatch
    }

    private final Code code;

    OaiError(Code code, String reason) {
        super(reason);
        this.code = code;
    }

    Code code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
