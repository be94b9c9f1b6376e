package tw.touchstone.quality;

/// How the outcomes of a policy's metrics become a label or a grade.
public sealed interface Award permits Ladder, Weighing {}
