package tw.touchstone.model;

/// Who made a dataset or did something to it. (`foaf:Agent`)
public sealed interface Agent {

    /// An agency of the catalogue.
    record Listed(AgencyId agency) implements Agent {}

    /// Somebody the catalogue has no entry for, a contractor for example.
    ///
    /// @param name never empty in what a person registers
    record Named(LangText name) implements Agent {}
}
