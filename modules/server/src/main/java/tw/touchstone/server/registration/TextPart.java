package tw.touchstone.server.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;

/// The texts of the AI-Ready details, each with an input for Chinese and one for English.
///
/// @param input the name of the inputs without their language
/// @param value what a dataset says
record TextPart(String input, Function<Dataset, LangText> value) {

    static final TextPart STATEMENT =
            part("statement", Dataset::provenance, Provenance.NONE, Provenance::statement);
    static final TextPart CITATION =
            part("citation", Dataset::provenance, Provenance.NONE, Provenance::citation);
    static final TextPart METHOD =
            part("method", Dataset::collection, DataCollection.NONE, DataCollection::method);
    static final TextPart PREPROCESSING =
            part("preprocessing", Dataset::collection, DataCollection.NONE, DataCollection::preprocessing);
    static final TextPart MANIPULATION =
            part("manipulation", Dataset::collection, DataCollection.NONE, DataCollection::manipulation);
    static final TextPart IMPUTATION =
            part("imputation", Dataset::collection, DataCollection.NONE, DataCollection::imputation);
    static final TextPart DEIDENTIFICATION =
            part("deidentification", Dataset::collection, DataCollection.NONE, DataCollection::deidentification);
    static final TextPart MISSING_DATA =
            part("missing-data", Dataset::collection, DataCollection.NONE, DataCollection::missingData);
    static final TextPart BIASES =
            part("biases", Dataset::limits, Limits.NONE, Limits::biases);
    static final TextPart LIMITATIONS =
            part("limitations", Dataset::limits, Limits.NONE, Limits::limitations);
    static final TextPart PERSONAL_DATA =
            part("personal-data", Dataset::limits, Limits.NONE, Limits::personalData);
    static final TextPart USE_CASES =
            part("use-cases", Dataset::limits, Limits.NONE, Limits::useCases);
    static final TextPart SOCIAL_IMPACT =
            part("social-impact", Dataset::limits, Limits.NONE, Limits::socialImpact);
    static final TextPart VERSION_NOTES =
            part("version-notes", Dataset::release, Release.NONE, Release::notes);
    static final TextPart MAINTENANCE =
            part("maintenance", Dataset::release, Release.NONE, Release::maintenance);

    static final List<TextPart> ALL = List.of(
            STATEMENT, CITATION, METHOD, PREPROCESSING, MANIPULATION, IMPUTATION, DEIDENTIFICATION, MISSING_DATA, BIASES, LIMITATIONS, PERSONAL_DATA, USE_CASES, SOCIAL_IMPACT, VERSION_NOTES, MAINTENANCE);

    private static <T> TextPart part(
            String input, Function<Dataset, Optional<T>> group, T none, Function<T, LangText> text) {
        return new TextPart(input, dataset -> text.apply(group.apply(dataset).orElse(none)));
    }

    /// What a dataset says.
    LangText of(Dataset dataset) {
        return value.apply(dataset);
    }
}
