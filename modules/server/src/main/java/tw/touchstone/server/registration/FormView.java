package tw.touchstone.server.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What the registration form shows: everything that was typed, and beside each input what is wrong with it.
///
/// @param id             of the dataset that is revised; empty for a new one
/// @param address        where the form is sent
/// @param publisherFixed whether the account registers for one agency only
/// @param uploadLimit    greatest file, in words
/// @param hints          message keys of hints, by the plain names of inputs
/// @param preview        what it would hold if it were published, where that was asked
record FormView(
        String id,
        String heading,
        String address,
        boolean publisherFixed,
        String publisherName,
        String uploadLimit,
        Options options,
        List<DistributionView> distributions,
        RegistrationForm form,
        FormProblems said,
        Map<String, String> hints,
        PreviewView preview) {

    private static final List<String> ORDER = List.of(
            "title-zh",
            "title-en",
            "description-zh",
            "description-en",
            "publisher",
            "keywords",
            "theme",
            "licence",
            "frequency",
            "temporal-start",
            "temporal-end",
            "contact-name",
            "contact-email",
            "type",
            "access-rights",
            "creator",
            "sources",
            "derived-from",
            "activity-agent",
            "activity-started",
            "activity-ended",
            "activity-used",
            "collected-start",
            "collected-end",
            "temporal-resolution",
            "spatial",
            "bbox",
            "spatial-resolution",
            "area-level",
            "crs",
            "version");

    /// What can be chosen.
    record Options(
            List<Option> agencies,
            List<Option> highValue,
            List<Option> services,
            List<Option> licences,
            List<Option> frequencies,
            List<Option> formats,
            DetailOptions details) {}

    /// What can be chosen in the AI-Ready details.
    record DetailOptions(
            List<Option> types,
            List<Option> accessRights,
            List<Option> areaLevels,
            List<Option> referenceSystems,
            List<Option> collectionTypes) {}

    /// A term that can be chosen.
    ///
    /// @param narrower whether it belongs to the one above it
    record Option(String value, String name, boolean chosen, boolean narrower) {}

    /// One distribution of the form.
    ///
    /// @param held what is known of its present file; empty where there is none
    record DistributionView(
            String key,
            String position,
            String number,
            String held,
            String kept,
            String keptName,
            List<Option> encodings) {}

    /// One thing to correct.
    ///
    /// @param field the input it is about; empty where it is about the whole
    record Problem(String field, String text) {}

    /// Everything to correct, in the order of the form.
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        said.forEachError((field, text) -> problems.add(new Problem(field, text)));
        problems.sort(Comparator.comparingInt(problem -> place(problem.field())));
        return problems;
    }

    /// Distributions come last, in their own order.
    private static int place(String field) {
        int place = ORDER.indexOf(field);
        return place >= 0 || field.isEmpty() ? place : ORDER.size();
    }

    /// Whether something in the AI-Ready details is to be corrected, so that they must be open.
    public boolean hasDetailProblems() {
        return ORDER.subList(ORDER.indexOf("type"), ORDER.size()).stream().anyMatch(each -> !errors(each).isEmpty());
    }

    /// What was typed into an input.
    public String value(String name) {
        return form.value(name);
    }

    public List<String> errors(String name) {
        return said.errors(name);
    }

    public List<String> advice(String name) {
        return said.advice(name);
    }

    /// The name of an input without the key of its distribution.
    public String plain(String name) {
        return name.replaceFirst("^d[0-9]+-", "");
    }

    /// The message that hints at what to type; empty where there is none.
    public String hint(String name) {
        return hints.getOrDefault(plain(name), "");
    }

    /// The elements that describe an input, for `aria-describedby`; empty where there are none.
    public String describedBy(String name) {
        var ids = new ArrayList<String>();
        if (!hint(name).isEmpty()) {
            ids.add(name + "-hint");
        }
        if (!errors(name).isEmpty()) {
            ids.add(name + "-error");
        }
        if (!advice(name).isEmpty()) {
            ids.add(name + "-advice");
        }
        return String.join(" ", ids);
    }
}
