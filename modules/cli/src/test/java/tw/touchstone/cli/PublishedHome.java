package tw.touchstone.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.CatalogSettings;
import tw.touchstone.catalog.Home;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;

/// A home with one dataset, `d`, and its file, left alone again.
final class PublishedHome {

    private PublishedHome() {}

    static void create(Path home) {
        var settings = new CatalogSettings(
                new Home(home), Iris.LOCAL, 1 << 20, LinkSettings.NONE, 1, Duration.ofSeconds(5));
        try (var catalog = ((CatalogOpening.Opened) Catalog.open(settings, Clock.systemUTC())).catalog()) {
            var editor = Account.ofTheHouse("editor", "Editor", Grant.everywhere(Role.ADMINISTRATOR));
            catalog.publishing().register(dataset(catalog), editor);
            catalog.publishing()
                    .upload(
                            new DistributionId(new DatasetId("d"), 1),
                            new ByteArrayInputStream("站名,人次\n臺北,12\n高雄,9\n".getBytes(StandardCharsets.UTF_8)),
                            editor);
        }
    }

    private static Dataset dataset(Catalog catalog) {
        var id = new DatasetId("d");
        var terms = catalog.vocabularies();
        var distribution = Distribution.of(new DistributionId(id, 1))
                .title(LangText.of("檔案", "File"))
                .format(Optional.of(FileFormat.CSV))
                .encoding(Optional.of("UTF-8"))
                .fields(List.of(FieldDescription.named("站名"), FieldDescription.named("人次")))
                .licence(terms.licences().byNotation("ogdl-1").map(each -> each.iri()))
                .build();
        return Dataset.of(id, new SourceRef(SourceRef.LOCAL, "d"), LangText.of("站", "Stops"))
                .description(LangText.zh("站名"))
                .publisher(Optional.of(new AgencyId("moda")))
                .themes(terms.themes().byNotation("climate").map(each -> each.iri()).stream().toList())
                .distributions(List.of(distribution))
                .build();
    }
}
