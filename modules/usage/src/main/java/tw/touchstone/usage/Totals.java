package tw.touchstone.usage;

/// Counts of a dataset, a distribution or the catalogue. Views and downloads are those of people and machines together;
/// robots are in none of them but their own.
///
/// @param views            since counting began
/// @param downloads        since counting began
/// @param views30          today and the 29 days before it
/// @param downloads30      today and the 29 days before it
/// @param views7           today and the 6 days before it
/// @param downloads7       today and the 6 days before it
/// @param machineViews     how many of `views` were by machines
/// @param machineDownloads how many of `downloads` were by machines
/// @param robotViews       apart
/// @param robotDownloads   apart
public record Totals(
        long views,
        long downloads,
        long views30,
        long downloads30,
        long views7,
        long downloads7,
        long machineViews,
        long machineDownloads,
        long robotViews,
        long robotDownloads) {

    /// Never viewed, never downloaded.
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
