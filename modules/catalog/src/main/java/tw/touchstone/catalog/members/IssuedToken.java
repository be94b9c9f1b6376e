package tw.touchstone.catalog.members;

import java.time.Instant;

/// A token at the moment it is issued, the only moment its secret is known.
///
/// @param secret what a program sends as `Authorization: Bearer …`; begins with [ApiTokens#PREFIX]
public record IssuedToken(String id, String title, String secret, Instant expiresAt) {}
