package tw.touchstone.server.usage;

import java.util.List;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.usage.Group;

/// What numbers are asked of.
sealed interface Subject {

    /// The parameters that name one; at most one of them is given.
    List<String> PARAMETERS = List.of("dataset", "distribution", "agency", "theme");

    /// Its kind in documents.
    String kind();

    /// Its identifier in documents; empty for the catalogue.
    String id();

    /// The parameter that asks for it, `?dataset=40448` for example; empty for the catalogue.
    default String query() {
        return id().isEmpty() ? "" : "?" + kind() + "=" + id();
    }

    /// All datasets together.
    record Whole() implements Subject {
        @Override
        public String kind() {
            return "catalogue";
        }

        @Override
        public String id() {
            return "";
        }
    }

    record OfDataset(DatasetId dataset) implements Subject {
        @Override
        public String kind() {
            return "dataset";
        }

        @Override
        public String id() {
            return dataset.value();
        }
    }

    record OfDistribution(DistributionId distribution) implements Subject {
        @Override
        public String kind() {
            return "distribution";
        }

        @Override
        public String id() {
            return distribution.toString();
        }
    }

    /// An agency or a theme.
    record OfGroup(Group group) implements Subject {
        @Override
        public String kind() {
            return group.sort() == Group.Sort.AGENCY ? "agency" : "theme";
        }

        @Override
        public String id() {
            return group.code();
        }
    }
}
