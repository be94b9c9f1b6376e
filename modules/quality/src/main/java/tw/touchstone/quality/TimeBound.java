package tw.touchstone.quality;

/// A fact whose outcome changes by the clock alone.
public interface TimeBound {

    /// The time around the question's instant in which the outcome stays the same.
    TimeSpan span();
}
