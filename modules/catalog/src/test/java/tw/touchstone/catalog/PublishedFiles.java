package tw.touchstone.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.catalog.publishing.Upload;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;

/// Publishes datasets with one table of two columns each, as an editor of 數位發展部 would.
public record PublishedFiles(Catalog catalog) {

    public static final String TABLE = "站名,人次\r\n臺北,12\r\n高雄,9\r\n";
    public static final byte[] UTF_8 = TABLE.getBytes(StandardCharsets.UTF_8);
    public static final byte[] BIG5 = TABLE.getBytes(Charset.forName("x-windows-950"));
    public static final byte[] PAGE =
            "<!DOCTYPE html><html><title>維護中</title></html>".getBytes(StandardCharsets.UTF_8);
    public static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    /// A draft that declares a table in UTF-8.
    public Dataset draft(String id, Optional<URI> url) {
        var dataset = new DatasetId(id);
        var distribution = Distribution.of(new DistributionId(dataset, 1))
                .title(LangText.of("檔案", "File"))
                .downloadUrl(url)
                .format(Optional.of(FileFormat.CSV))
                .encoding(Optional.of("UTF-8"))
                .fields(List.of(FieldDescription.named("站名"), FieldDescription.named("人次")))
                .licence(catalog.vocabularies().licences().byNotation("ogdl-1").map(each -> each.iri()))
                .build();
        return Dataset.of(dataset, new SourceRef(SourceRef.LOCAL, id), LangText.of("資料集 " + id, "Dataset " + id))
                .description(LangText.zh("各站每月人次。"))
                .publisher(Optional.of(new AgencyId("moda")))
                .frequency(Frequency.parse("P1Y"))
                .themes(catalog.vocabularies().themes().byNotation("climate").map(each -> each.iri()).stream().toList())
                .keywords(List.of("人次"))
                .distributions(List.of(distribution))
                .build();
    }

    /// Registers a draft.
    public DatasetId register(Dataset draft) {
        assertThat(catalog.publishing().register(draft, CatalogTests.EDITOR)).isInstanceOf(Registration.Done.class);
        return draft.id();
    }

    /// Registers a dataset and uploads its file.
    public DatasetId publish(String id, byte[] file) {
        register(draft(id, Optional.empty()));
        upload(id, file);
        return new DatasetId(id);
    }

    /// Replaces the file.
    public void upload(String id, byte[] file) {
        var distribution = new DistributionId(new DatasetId(id), 1);
        assertThat(catalog.publishing().upload(distribution, new ByteArrayInputStream(file), CatalogTests.EDITOR))
                .isInstanceOf(Upload.Done.class);
    }

    /// Declares something else of the one distribution.
    public void declare(String id, UnaryOperator<Distribution> change) {
        var current = catalog.store().dataset(new DatasetId(id)).orElseThrow();
        var revised = current.with()
                .distributions(List.of(change.apply(current.distributions().getFirst())))
                .build();
        assertThat(catalog.publishing().revise(current.id(), revised, OptionalLong.empty(), CatalogTests.EDITOR))
                .isInstanceOf(Registration.Done.class);
    }

    /// The label that is shown.
    public String label(String id) {
        return award(id, catalog.judging().evaluations().shownPolicy());
    }

    /// What a dataset holds under a policy.
    public String award(String id, String policy) {
        return catalog.judging().evaluations()
                .history()
                .current(new DatasetId(id), policy)
                .map(StoredScorecard::award)
                .orElse("");
    }
}
