/// The controlled vocabularies of `vocab/`, loaded from Turtle into plain values. Start with [Vocabularies].
///
/// [NationalTerms] reads the free texts of the national portal as terms of these vocabularies; [Agencies] knows the
/// publishers by their names of today and before.
@NullMarked
package tw.touchstone.vocabulary;

import org.jspecify.annotations.NullMarked;
