package tw.touchstone.server.certificates;

/// What a certificate is worth now, on a page.
///
/// @param state     `good`, `newer`, `expired`, `suspended`, `revoked`, `forged` or `none`: the last where nothing is certified
/// @param reason    why it is forged; empty for the others
/// @param dataset   IRI of the dataset; empty where it is not known
/// @param award     what is certified
/// @param now       what is held now, where that is something else
/// @param compact   the certificate itself
record VerificationView(
        String id,
        String state,
        String reason,
        String dataset,
        String award,
        String now,
        String policy,
        String issued,
        String validUntil,
        String scorecard,
        String compact) {

    boolean isGood() {
        return state.equals("good") || state.equals("newer");
    }
}
