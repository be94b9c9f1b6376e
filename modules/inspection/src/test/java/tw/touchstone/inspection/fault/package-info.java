/// Faults planted once each into clean files, by somebody who did not write the detectors: each must be found where it
/// was planted, and clean files must be reported clean. Start with [FaultCorpusTest].
@NullMarked
package tw.touchstone.inspection.fault;

import org.jspecify.annotations.NullMarked;
