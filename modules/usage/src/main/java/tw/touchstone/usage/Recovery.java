package tw.touchstone.usage;

/// What opening the event log met.
///
/// @param events  how many were read because they came after the last checkpoint
/// @param torn    bytes cut off the end: events that a power cut took before they were whole
/// @param damaged bytes skipped in between, with the events they held; they stay in the file
public record Recovery(long events, long torn, long damaged) {

    /// Whether anything was lost.
    public boolean isClean() {
        return torn == 0 && damaged == 0;
    }
}
