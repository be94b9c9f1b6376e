package tw.touchstone.model;

import java.util.Optional;

/// Whom to ask about a dataset. (`dcat:contactPoint`, `vcard:Kind`)
public record ContactPoint(Optional<String> name, Optional<String> email, Optional<String> phone) {}
