package tw.touchstone.catalog.publishing;

import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;

/// Remembers the numbers of distributions that a dataset once had, which must never name another one.
public final class RetiredNumbers {

    private final Database database;

    public RetiredNumbers(Database database) {
        this.database = database;
    }

    /// The highest number the dataset ever used.
    int highest(Dataset current) {
        return Math.max(Numbering.highest(current), retired(current.id()));
    }

    /// The later state of an imported dataset with its distributions numbered after the current one, and note taken of
    /// the numbers it leaves behind. Asks the database only where a number is given or left.
    public Dataset follow(Dataset current, Dataset later) {
        int highest = Numbering.highest(current);
        var numbered = Numbering.follow(current, later, highest);
        if (Numbering.highest(numbered) > highest) {
            numbered = Numbering.follow(current, later, highest(current));
        }
        note(current, numbered);
        return numbered;
    }

    /// Notes what the later state leaves behind; called before the later state is committed.
    void note(Dataset earlier, Dataset later) {
        int highest = Numbering.highest(earlier);
        if (highest > Numbering.highest(later) && highest > retired(earlier.id())) {
            database.change(sql -> sql.createUpdate("""
                            insert into retired_distribution (dataset, highest) values (:dataset, :highest)
                            on conflict (dataset) do update set highest = :highest""")
                    .bind("dataset", earlier.id().value())
                    .bind("highest", highest)
                    .execute());
        }
    }

    private int retired(DatasetId dataset) {
        return database.read(
                sql -> sql.createQuery("select highest from retired_distribution where dataset = :dataset")
                        .bind("dataset", dataset.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0));
    }
}
