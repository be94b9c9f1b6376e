package tw.touchstone.model.fact;

/// An encoding in which a text is not, and the first bytes that say so.
public record Contradiction(TextEncoding encoding, Place place) {}
