package tw.touchstone.catalog.agencies;

/// What an administrator's wish about an agency comes to.
public sealed interface AgencyChange {

    /// It is done.
    ///
    /// @param datasets how many were handed over
    record Done(long datasets) implements AgencyChange {}

    /// There is no such agency, or it has become part of another one.
    record Absent() implements AgencyChange {}

    /// There is an agency of this slug already, or was one.
    record Taken() implements AgencyChange {}

    /// An agency would stand below itself.
    record Circle() implements AgencyChange {}
}
