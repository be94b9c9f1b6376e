/// The catalogue for programs written for CKAN: the read actions of its API. Start with [CkanController].
@NullMarked
package tw.touchstone.server.ckan;

import org.jspecify.annotations.NullMarked;
