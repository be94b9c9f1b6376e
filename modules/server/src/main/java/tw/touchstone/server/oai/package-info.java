/// The catalogue for library harvesters: OAI-PMH 2.0. Start with [OaiController].
@NullMarked
package tw.touchstone.server.oai;

import org.jspecify.annotations.NullMarked;
