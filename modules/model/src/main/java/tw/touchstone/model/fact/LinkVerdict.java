package tw.touchstone.model.fact;

/// What an observation of a link amounts to.
public enum LinkVerdict {
    /// The address answered with a body.
    OK,
    /// The address is wrong, gone or closed: asking again will not help.
    BROKEN,
    /// Nothing can be concluded today: the host was slow, busy or refused the robot.
    UNDECIDED
}
