package tw.touchstone.server.standards;

import java.util.List;

/// A domain of data standards and the fields of it that are known, in the reader's language.
record DomainView(String id, String name, List<StandardView> fields) {}
