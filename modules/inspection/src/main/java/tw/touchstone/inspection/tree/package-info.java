/// Records in JSON and XML. Start at [JsonReader] and [XmlReader].
@NullMarked
package tw.touchstone.inspection.tree;

import org.jspecify.annotations.NullMarked;
