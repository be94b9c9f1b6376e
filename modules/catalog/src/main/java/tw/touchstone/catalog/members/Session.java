package tw.touchstone.catalog.members;

import java.time.Instant;

/// Somebody's stay since they signed in with one browser.
///
/// @param lastSeen to the minute or so
/// @param address  the network address it was begun from
/// @param agent    what the browser says it is
/// @param means    how they signed in: `password` or `oidc`
public record Session(
        String id, String account, Instant begun, Instant lastSeen, String address, String agent, String means) {}
