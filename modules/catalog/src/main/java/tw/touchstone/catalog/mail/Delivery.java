package tw.touchstone.catalog.mail;

/// What became of a try to deliver a message.
sealed interface Delivery {

    /// The mail server has taken it over.
    record Taken() implements Delivery {}

    /// Not now; another try may do.
    record Later(String reason) implements Delivery {}

    /// Never: the mail server will not have it.
    record Refused(String reason) implements Delivery {}
}
