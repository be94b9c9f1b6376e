package tw.touchstone.catalog;

import java.time.Clock;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.DirectoryArchive;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Synonyms;
import tw.touchstone.store.TdbStore;
import tw.touchstone.usage.LoggedUsage;
import tw.touchstone.usage.RobotList;
import tw.touchstone.usage.Usage;
import tw.touchstone.vocabulary.Vocabularies;
import tw.touchstone.vocabulary.conformance.Conformance;

/// What every part of an open home stands on: its stores, and what is the same in every home.
record OpenHome(
        CatalogSettings settings,
        Vocabularies vocabularies,
        Conformance conformance,
        Database database,
        Archive archive,
        TdbStore store,
        CatalogSearch search,
        Usage usage,
        Clock clock) {

    /// Opens the stores of a home that is held; they are closed with `resources`, after everything that is added later.
    static OpenHome of(CatalogSettings settings, OpenResources resources, Clock clock) {
        var home = settings.home();
        var vocabularies = Vocabularies.load();
        return new OpenHome(
                settings,
                vocabularies,
                Conformance.load(),
                resources.add(Database.open(home.database())),
                resources.add(DirectoryArchive.open(home.archive())),
                resources.add(TdbStore.open(home.store(), settings.iris(), clock)),
                resources.add(CatalogSearch.open(home.index(), new Synonyms(vocabularies.synonyms()))),
                resources.add(LoggedUsage.open(home.usage(), RobotList.ours(), clock)),
                clock);
    }
}
