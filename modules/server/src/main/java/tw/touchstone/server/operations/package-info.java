/// What the operator's commands ask of a running server, under `/operations`. Start with [OperationsController].
@NullMarked
package tw.touchstone.server.operations;

import org.jspecify.annotations.NullMarked;
