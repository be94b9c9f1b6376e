package tw.touchstone.quality;

import tw.touchstone.model.Sha256;

/// Which policy, to the byte.
public record PolicyRef(String id, String version, Sha256 digest) {}
