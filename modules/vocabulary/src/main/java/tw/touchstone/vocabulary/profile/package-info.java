/// The application profile: how the model's datasets and agencies are said in DCAT 3, and the RDF syntaxes they travel
/// in. Start with [DatasetRdf].
@NullMarked
package tw.touchstone.vocabulary.profile;

import org.jspecify.annotations.NullMarked;
