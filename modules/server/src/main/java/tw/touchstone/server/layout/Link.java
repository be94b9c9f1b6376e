package tw.touchstone.server.layout;

/// A name that leads somewhere.
///
/// @param url empty where it leads nowhere
public record Link(String name, String url) {

    /// Nothing.
    public static final Link NONE = new Link("", "");
}
