package tw.touchstone.vocabulary.profile;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.NodeFactory;
import tw.touchstone.model.Activity;
import tw.touchstone.model.Agent;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.model.Rights;
import org.apache.jena.graph.Node;

/// Says how a dataset came about and what it is good for: DCAT 3, PROV-O and Croissant-RAI 1.0, on the dataset itself,
/// so that a Croissant export loses nothing.
final class DocumentationWriter {

    private final Iris iris;

    DocumentationWriter(Iris iris) {
        this.iris = iris;
    }

    void write(Dataset dataset, Statements out) {
        dataset.type().ifPresent(each -> out.iri(Terms.DCT_TYPE, each));
        dataset.coverage().ifPresent(each -> coverage(each, out));
        dataset.provenance().ifPresent(each -> provenance(each, out));
        dataset.collection().ifPresent(each -> collection(each, out));
        dataset.limits().ifPresent(each -> limits(each, out));
        dataset.release().ifPresent(each -> release(each, out));
    }

    private static void coverage(Coverage coverage, Statements out) {
        coverage.box().ifPresent(box -> out.nested(Terms.DCT_SPATIAL, "#extent", Terms.DCT_LOCATION)
                .link(Terms.DCAT_BBOX, wkt(box)));
        out.flag(Terms.NON_SPATIAL, coverage.nonSpatial());
        coverage.temporalResolution().ifPresent(each -> out.duration(Terms.DCAT_TEMPORAL_RESOLUTION, each));
        coverage.spatialResolution().ifPresent(each -> out.decimal(Terms.DCAT_SPATIAL_RESOLUTION, each));
        coverage.areaLevel().ifPresent(each -> out.iri(Terms.AREA_LEVEL, each));
    }

    /// Longitude before latitude, as CRS84, the default of `geo:wktLiteral`, has them.
    private static Node wkt(BoundingBox box) {
        var west = box.west().toPlainString();
        var south = box.south().toPlainString();
        var east = box.east().toPlainString();
        var north = box.north().toPlainString();
        var corners = "%s %s, %s %s, %s %s, %s %s, %s %s"
                .formatted(west, south, east, south, east, north, west, north, west, south);
        return NodeFactory.createLiteralDT(
                "POLYGON((" + corners + "))", TypeMapper.getInstance().getSafeTypeByName(Terms.WKT.getURI()));
    }

    private void provenance(Provenance provenance, Statements out) {
        provenance.creator().ifPresent(each -> agent(each, Terms.DCT_CREATOR, "#creator", out));
        if (!provenance.statement().isEmpty()) {
            out.nested(Terms.DCT_PROVENANCE, "#provenance", Terms.DCT_PROVENANCE_STATEMENT)
                    .texts(Terms.RDFS_LABEL, provenance.statement());
        }
        out.iris(Terms.DCT_SOURCE, provenance.sources());
        out.iris(Terms.PROV_DERIVED_FROM, provenance.derivedFrom());
        out.texts(Terms.DCT_CITATION, provenance.citation());
        provenance.activity().ifPresent(each -> activity(each, out));
    }

    private void activity(Activity activity, Statements dataset) {
        var out = dataset.nested(Terms.PROV_GENERATED_BY, "#activity", Terms.PROV_ACTIVITY);
        activity.agent().ifPresent(each -> agent(each, Terms.PROV_AGENT, "-agent", out));
        activity.started().ifPresent(each -> out.instant(Terms.PROV_STARTED, each));
        activity.ended().ifPresent(each -> out.instant(Terms.PROV_ENDED, each));
        out.iris(Terms.PROV_USED, activity.used());
    }

    private void agent(Agent agent, Node property, String fragment, Statements out) {
        switch (agent) {
            case Agent.Listed listed -> out.link(
                    property, NodeFactory.createURI(iris.agency(listed.agency()).toString()));
            case Agent.Named named -> out.nested(property, fragment, Terms.FOAF_AGENT)
                    .texts(Terms.FOAF_NAME, named.name());
        }
    }

    private static void collection(DataCollection collection, Statements out) {
        out.texts(Terms.RAI_COLLECTION, collection.method());
        out.iris(Terms.RAI_COLLECTION_TYPE, collection.types());
        collection.timeframe().ifPresent(period -> {
            var node = out.nested(Terms.RAI_TIMEFRAME, "#collected", Terms.DCT_PERIOD_OF_TIME);
            period.start().ifPresent(each -> node.day(Terms.DCAT_START_DATE, each));
            period.end().ifPresent(each -> node.day(Terms.DCAT_END_DATE, each));
        });
        out.texts(Terms.RAI_PREPROCESSING, collection.preprocessing());
        out.texts(Terms.RAI_MANIPULATION, collection.manipulation());
        out.texts(Terms.RAI_IMPUTATION, collection.imputation());
        out.texts(Terms.DEIDENTIFICATION, collection.deidentification());
        out.texts(Terms.RAI_MISSING_DATA, collection.missingData());
    }

    private static void limits(Limits limits, Statements out) {
        out.texts(Terms.RAI_BIASES, limits.biases());
        out.texts(Terms.RAI_LIMITATIONS, limits.limitations());
        out.texts(Terms.RAI_PERSONAL_DATA, limits.personalData());
        out.texts(Terms.RAI_USE_CASES, limits.useCases());
        out.texts(Terms.RAI_SOCIAL_IMPACT, limits.socialImpact());
        out.list(Terms.GROUP_COLUMN, limits.groupColumns());
    }

    private static void release(Release release, Statements out) {
        release.version().ifPresent(each -> out.text(Terms.DCAT_VERSION, each));
        out.texts(Terms.ADMS_VERSION_NOTES, release.notes());
        out.flag(Terms.CR_IS_LIVE, release.live());
        out.texts(Terms.RAI_MAINTENANCE, release.maintenance());
    }

    static void rights(Statements distribution, Rights rights) {
        var out = distribution.nested(Terms.DCT_RIGHTS, "#rights", Terms.DCT_RIGHTS_STATEMENT);
        out.texts(Terms.RDFS_LABEL, rights.statement());
        rights.page().ifPresent(each -> out.iri(Terms.FOAF_PAGE, each));
    }
}
