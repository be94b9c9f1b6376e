package tw.touchstone.model;

import java.util.Optional;
import java.util.regex.Pattern;

/// The identifier of a [Distribution]: its dataset and a number that is never used again within that dataset.
///
/// Written `{dataset}-{number}`, for example `41568-2`.
public record DistributionId(DatasetId dataset, int number) implements Comparable<DistributionId> {

    private static final Pattern FORM = Pattern.compile("(.+)-([1-9][0-9]{0,8})");

    /// @throws IllegalArgumentException if the number is below one
    public DistributionId {
        if (number < 1) {
            throw new IllegalArgumentException("distributions are numbered from 1");
        }
    }

    /// Reads `{dataset}-{number}`; empty where the text is not of that form.
    public static Optional<DistributionId> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches() && DatasetId.isValid(match.group(1))
                ? Optional.of(new DistributionId(new DatasetId(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(DistributionId other) {
        int byDataset = dataset.compareTo(other.dataset);
        return byDataset != 0 ? byDataset : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return dataset.value() + "-" + number;
    }
}
