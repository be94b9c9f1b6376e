package tw.touchstone.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;

/// The agencies known by name, and a stable slug for every other. Immutable and thread-safe.
public final class Agencies {

    private static final int HASHED_LETTERS = 10;
    private static final int SHORTEST_PREFIX = 3;
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private final Scheme scheme;
    private final List<Agency> agencies;
    private final Map<AgencyId, Agency> byId = new HashMap<>();

    Agencies(Scheme scheme) {
        this.scheme = scheme;
        agencies = scheme.concepts().stream().map(Agencies::agency).toList();
        agencies.forEach(agency -> byId.put(agency.id(), agency));
    }

    private static Agency agency(Concept concept) {
        return new Agency(
                new AgencyId(concept.notation()), concept.label(), concept.value("oid"), concept.otherLabels());
    }

    /// Every known agency, in the order of the slugs.
    public List<Agency> all() {
        return agencies;
    }

    /// The agency with this official, short, former or English name; 臺 and 台, widths and blanks are alike.
    public Optional<Agency> byName(String anyName) {
        return scheme.match(anyName).map(concept -> new AgencyId(concept.notation())).flatMap(this::byId);
    }

    public Optional<Agency> byId(AgencyId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The agency of this name: the known one, else a new one whose slug depends on nothing but the name.
    ///
    /// @throws IllegalArgumentException if the name is blank
    public Agency of(String name) {
        return byName(name).orElseGet(() -> unknown(name.strip()));
    }

    /// The known agency above a known one, for example 經濟部 above 經濟部水利署.
    public Optional<Agency> above(AgencyId id) {
        return scheme.byNotation(id.value())
                .flatMap(Concept::broader)
                .flatMap(scheme::byIri)
                .flatMap(concept -> byId(new AgencyId(concept.notation())));
    }

    /// The known agency whose name the name of an unknown one begins with, for example 臺北市政府 for 臺北市政府主計處 and
    /// for 臺北市稅捐稽徵處; the longest where there are several.
    public Optional<Agency> above(String name) {
        var folded = Spelling.fold(name);
        for (int end = folded.length() - 1; end >= SHORTEST_PREFIX; end--) {
            var prefix = folded.substring(0, end);
            var found = byName(prefix)
                    .filter(agency -> Spelling.fold(agency.name().best(LangText.ZH)).startsWith(prefix));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// What an agency is: the notation of an agency kind, for example `ministry`, `county` or `company`.
    public Optional<String> kind(AgencyId id) {
        return scheme.byNotation(id.value())
                .flatMap(concept -> concept.value("agencyKind"))
                .map(iri -> iri.substring(iri.lastIndexOf('/') + 1));
    }

    private static Agency unknown(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an agency has a name");
        }
        var folded = Spelling.fold(name);
        var slug = "x" + base32((folded.isEmpty() ? name : folded).getBytes(StandardCharsets.UTF_8));
        return new Agency(new AgencyId(slug), LangText.zh(name), Optional.empty(), List.of());
    }

    private static String base32(byte[] text) {
        var digest = Sha256.newDigest().digest(text);
        var letters = new StringBuilder();
        for (int bit = 0; bit < HASHED_LETTERS * 5; bit += 5) {
            int pair = (digest[bit / 8] & 0xff) << 8 | (digest[bit / 8 + 1] & 0xff);
            letters.append(BASE32.charAt(pair >> (11 - bit % 8) & 0x1f));
        }
        return letters.toString();
    }
}
