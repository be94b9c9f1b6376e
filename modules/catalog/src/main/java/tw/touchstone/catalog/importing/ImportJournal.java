package tw.touchstone.catalog.importing;

import java.util.List;

/// Remembers how far an import has come, so that it goes on there after the process was ended.
interface ImportJournal {

    /// Where an import begins that nobody remembers. No change counts as one of an earlier run of it.
    ImportJournal NONE = new ImportJournal() {
        @Override
        public ImportPosition resumed() {
            return ImportPosition.start(Long.MAX_VALUE);
        }

        @Override
        public List<ImportOutcome.KeptOut> keptOut() {
            return List.of();
        }

        @Override
        public void save(ImportPosition position, List<ImportLogEntry> entries) {
            // Nobody will ask.
        }

        @Override
        public Wish wish() {
            return Wish.GO_ON;
        }
    };

    /// What is wanted of an import under way.
    enum Wish {
        GO_ON,
        /// Store what was read and end.
        CANCEL,
        /// The process ends; go on after the next start.
        SUSPEND
    }

    /// Where the import stands when it is begun or taken up again.
    ImportPosition resumed();

    /// The first datasets that were kept out up to there.
    List<ImportOutcome.KeptOut> keptOut();

    /// Notes that everything up to a position is stored; called by the thread that stores.
    void save(ImportPosition position, List<ImportLogEntry> entries);

    /// Asked between batches.
    Wish wish();
}
