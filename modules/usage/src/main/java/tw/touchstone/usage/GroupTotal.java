package tw.touchstone.usage;

/// A place in a list of the most used agencies or themes.
///
/// @param count views or downloads since the asked day, without robots; at least one
public record GroupTotal(Group group, long count) {}
