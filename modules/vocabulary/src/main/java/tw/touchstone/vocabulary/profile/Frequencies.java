package tw.touchstone.vocabulary.profile;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import tw.touchstone.model.Frequency;

/// The IRIs of update frequencies. (`dct:accrualPeriodicity`)
///
/// Ours are written, since the EU list has no 每10分; the EU list is read.
public final class Frequencies {

    private static final String OURS = Terms.SCHEMES + "frequency/";
    private static final String EU = "publications.europa.eu/resource/authority/frequency/";
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("1MIN", "PT1M"),
            Map.entry("5MIN", "PT5M"),
            Map.entry("10MIN", "PT10M"),
            Map.entry("15MIN", "PT15M"),
            Map.entry("30MIN", "PT30M"),
            Map.entry("HOURLY", "PT1H"),
            Map.entry("BIHOURLY", "PT2H"),
            Map.entry("TRIHOURLY", "PT3H"),
            Map.entry("12HRS", "PT12H"),
            Map.entry("DAILY", "P1D"),
            Map.entry("WEEKLY", "P7D"),
            Map.entry("BIWEEKLY", "P14D"),
            Map.entry("MONTHLY", "P1M"),
            Map.entry("BIMONTHLY", "P2M"),
            Map.entry("QUARTERLY", "P3M"),
            Map.entry("ANNUAL_2", "P6M"),
            Map.entry("ANNUAL", "P1Y"),
            Map.entry("BIENNIAL", "P2Y"),
            Map.entry("TRIENNIAL", "P3Y"),
            Map.entry("QUADRENNIAL", "P4Y"),
            Map.entry("QUINQUENNIAL", "P5Y"),
            Map.entry("DECENNIAL", "P10Y"),
            Map.entry("IRREG", "irregular"),
            Map.entry("AS_NEEDED", "irregular"),
            Map.entry("NEVER", "never"));

    private Frequencies() {}

    /// Our IRI of a frequency.
    public static Node iri(Frequency frequency) {
        return NodeFactory.createURI(OURS + frequency.code());
    }

    /// The frequency that an IRI of ours or of the EU list names, or an ISO 8601 interval (`P1D`, `R/P1D`) spells.
    public static Optional<Frequency> of(String iriOrInterval) {
        if (iriOrInterval.startsWith(OURS)) {
            return Frequency.parse(iriOrInterval.substring(OURS.length()));
        }
        int eu = iriOrInterval.indexOf(EU);
        if (eu >= 0) {
            return Optional.ofNullable(CODES.get(iriOrInterval.substring(eu + EU.length())))
                    .flatMap(Frequency::parse);
        }
        return Frequency.parse(iriOrInterval.startsWith("R/") ? iriOrInterval.substring(2) : iriOrInterval);
    }
}
