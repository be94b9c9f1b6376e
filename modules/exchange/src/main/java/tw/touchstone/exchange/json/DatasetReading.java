package tw.touchstone.exchange.json;

import java.util.List;
import java.util.Map;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;

/// What reading a dataset document gave.
public sealed interface DatasetReading {

    /// A dataset; whether it conforms to the application profile is not asked here.
    ///
    /// @param files the files that distributions name, for samples and local scoring only
    record Read(Dataset draft, Map<DistributionId, String> files) implements DatasetReading {
        public Read {
            files = Map.copyOf(files);
        }
    }

    /// Not a dataset; every error that could be found, in document order.
    record Refused(List<FieldError> errors) implements DatasetReading {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
