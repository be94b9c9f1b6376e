/// Documents for people, of which only the kind and whether they are encrypted matter: start at [Ole2Reader] and
/// [PdfReader].
@NullMarked
package tw.touchstone.inspection.document;

import org.jspecify.annotations.NullMarked;
