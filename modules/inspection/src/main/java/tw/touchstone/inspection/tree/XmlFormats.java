package tw.touchstone.inspection.tree;

import java.util.Locale;
import tw.touchstone.model.FileFormat;

/// The format an XML document's root element stands for.
public final class XmlFormats {

    private XmlFormats() {}

    /// The format of a root element.
    ///
    /// @param name      local name of the root element
    /// @param namespace its namespace or empty string
    public static FileFormat ofRoot(String name, String namespace) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "kml" -> FileFormat.KML;
            case "rss" -> FileFormat.RSS;
            case "html" -> FileFormat.HTML;
            case "rdf" -> FileFormat.RDF_XML;
            case "wms_capabilities", "wmt_ms_capabilities" -> FileFormat.WMS;
            case "wfs_capabilities" -> FileFormat.WFS;
            default ->
                namespace.startsWith("http://www.opengis.net/gml")
                                || (name.equals("FeatureCollection") && namespace.contains("opengis.net/"))
                        ? FileFormat.GML
                        : FileFormat.XML;
        };
    }
}
