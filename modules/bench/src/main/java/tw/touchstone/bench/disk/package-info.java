/// What the catalogue and its triples take on disk. Start with [Folder].
@NullMarked
package tw.touchstone.bench.disk;

import org.jspecify.annotations.NullMarked;
