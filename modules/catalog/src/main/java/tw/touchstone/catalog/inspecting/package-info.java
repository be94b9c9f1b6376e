/// Gathers facts: about the bytes that are kept here, start with [Inspections], and with
/// [Reinspections] for what a new inspector looks at again; and about links elsewhere, start with
/// [LinkChecks] for who is asked when and with [LinkHistory] for what is remembered.
@NullMarked
package tw.touchstone.catalog.inspecting;

import org.jspecify.annotations.NullMarked;
