package tw.touchstone.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How the data was collected and what was done to it since. (資料蒐集方式, Croissant-RAI 1.0)
///
/// @param method           the process in words (`rai:dataCollection`)
/// @param types            IRIs of collection types of the vocabulary (`rai:dataCollectionType`)
/// @param timeframe        when it was collected, which is not the time it speaks about (`rai:dataCollectionTimeframe`)
/// @param preprocessing    how it was cleaned (`rai:dataPreprocessingProtocol`)
/// @param manipulation     how values were changed or derived (`rai:dataManipulationProtocol`)
/// @param imputation       how missing values were filled in (`rai:dataImputationProtocol`)
/// @param deidentification how persons were made unrecognisable (`tst:deidentificationProtocol`)
/// @param missingData      which values are missing, why, and how that is written (`rai:dataCollectionMissingData`)
public record DataCollection(
        LangText method,
        List<URI> types,
        Optional<Period> timeframe,
        LangText preprocessing,
        LangText manipulation,
        LangText imputation,
        LangText deidentification,
        LangText missingData) {

    /// Nothing is stated.
    public static final DataCollection NONE = new DataCollection(
            LangText.NONE,
            List.of(),
            Optional.empty(),
            LangText.NONE,
            LangText.NONE,
            LangText.NONE,
            LangText.NONE,
            LangText.NONE);

    public DataCollection {
        types = types.stream().distinct().toList();
    }

    /// Whether nothing is stated.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
