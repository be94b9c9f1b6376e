package tw.touchstone.catalog.mending;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Sha256;

/// A fix of what is declared; files stay as they are.
public sealed interface MetadataFix extends Fix {

    /// The dataset, mended.
    Dataset mend(Dataset dataset);

    /// A fix of what is declared of one distribution.
    sealed interface OfDistribution extends MetadataFix {

        /// Whom it mends.
        DistributionId of();

        @Override
        default Optional<DistributionId> distribution() {
            return Optional.of(of());
        }
    }

    /// Declares the encoding that the text is in.
    record Encoding(DistributionId of, String encoding) implements OfDistribution {
        @Override
        public FixKind kind() {
            return FixKind.REDECLARE_ENCODING;
        }

        @Override
        public Dataset mend(Dataset dataset) {
            return change(dataset, of, each -> each.with().encoding(Optional.of(encoding)).build());
        }
    }

    /// Declares the format that the bytes are in.
    record Format(DistributionId of, FileFormat format) implements OfDistribution {
        @Override
        public FixKind kind() {
            return FixKind.REDECLARE_FORMAT;
        }

        @Override
        public Dataset mend(Dataset dataset) {
            return change(dataset, of, each -> each.with()
                    .format(Optional.of(format))
                    .mediaType(Optional.of(format.mediaType()))
                    .build());
        }
    }

    /// Declares the media type of the format that the bytes are in.
    record MediaType(DistributionId of, String mediaType) implements OfDistribution {
        @Override
        public FixKind kind() {
            return FixKind.REDECLARE_MEDIA_TYPE;
        }

        @Override
        public Dataset mend(Dataset dataset) {
            return change(dataset, of, each -> each.with().mediaType(Optional.of(mediaType)).build());
        }
    }

    /// Declares how many bytes there are.
    record Size(DistributionId of, long bytes) implements OfDistribution {
        @Override
        public FixKind kind() {
            return FixKind.REDECLARE_SIZE;
        }

        @Override
        public Dataset mend(Dataset dataset) {
            return change(dataset, of, each -> each.with().byteSize(Optional.of(bytes)).build());
        }
    }

    /// Declares the digest that the bytes have.
    record Checksum(DistributionId of, Sha256 digest) implements OfDistribution {
        @Override
        public FixKind kind() {
            return FixKind.REDECLARE_CHECKSUM;
        }

        @Override
        public Dataset mend(Dataset dataset) {
            return change(dataset, of, each -> each.with().checksum(Optional.of(digest)).build());
        }
    }

    /// Declares the fields that the file has.
    record Fields(DistributionId of, List<FieldDescription> fields) implements OfDistribution {

        public Fields {
            fields = List.copyOf(fields);
        }

        @Override
        public FixKind kind() {
            return FixKind.FILL_FIELDS;
        }

        @Override
        public Dataset mend(Dataset dataset) {
            return change(dataset, of, each -> each.with().fields(fields).build());
        }
    }

    /// Fills in the update frequency that a text means.
    record FrequencyTerm(String text, Frequency frequency) implements MetadataFix {
        @Override
        public FixKind kind() {
            return FixKind.TERM_FREQUENCY;
        }

        @Override
        public Optional<DistributionId> distribution() {
            return Optional.empty();
        }

        @Override
        public Dataset mend(Dataset dataset) {
            return dataset.with().frequency(Optional.of(frequency)).build();
        }
    }

    /// Fills in the licence that a text means, in these distributions.
    record LicenceTerm(String text, URI licence, List<DistributionId> in) implements MetadataFix {

        public LicenceTerm {
            in = List.copyOf(in);
        }

        @Override
        public FixKind kind() {
            return FixKind.TERM_LICENCE;
        }

        @Override
        public Optional<DistributionId> distribution() {
            return Optional.empty();
        }

        @Override
        public Dataset mend(Dataset dataset) {
            var mended = dataset;
            for (var each : in) {
                mended = change(mended, each, one -> one.with().licence(Optional.of(licence)).build());
            }
            return mended;
        }
    }

    private static Dataset change(Dataset dataset, DistributionId id, UnaryOperator<Distribution> change) {
        return dataset.with()
                .distributions(dataset.distributions().stream()
                        .map(each -> each.id().equals(id) ? change.apply(each) : each)
                        .toList())
                .build();
    }
}
