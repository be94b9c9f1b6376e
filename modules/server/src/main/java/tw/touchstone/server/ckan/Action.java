package tw.touchstone.server.ckan;

import java.util.function.Function;

/// One action of CKAN's API.
///
/// @param help what it does and takes, as `help_show` tells
/// @param call what it answers; throws [Refusal]
record Action(String name, String help, Function<Arguments, Result> call) {}
