/// The parts of a shapefile: geometries (`.shp`) and their attributes (`.dbf`). Start at [ShpReader] and [DbfReader].
@NullMarked
package tw.touchstone.inspection.shapefile;

import org.jspecify.annotations.NullMarked;
