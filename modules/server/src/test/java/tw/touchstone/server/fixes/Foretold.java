package tw.touchstone.server.fixes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import tw.touchstone.catalog.mending.FixId;
import tw.touchstone.catalog.mending.FixPreview;
import tw.touchstone.catalog.mending.FixSight;
import tw.touchstone.model.DatasetId;
import tw.touchstone.quality.DimensionScore;
import tw.touchstone.quality.Scorecard;

/// That a fix does what it foretells, makes nothing worse, and is undone without a trace in the scorecards.
final class Foretold {

    private Foretold() {}

    /// Applies a fix and undoes it.
    static void holds(Published dataset, String id, String as) throws Exception {
        var fix = FixId.parse(id).orElseThrow();
        var before = dataset.documents();
        var cardsBefore = dataset.scorecards();
        var foretold = preview(dataset, fix);

        var applied = dataset.apply(fix.toString());
        var published = dataset.scorecards();
        for (int at = 0; at < published.size(); at++) {
            var expected = Published.besidesMetadata(foretold.forecast().after().get(at), published.get(at));
            assertThat(published.get(at)).as(as).isEqualTo(expected);
            assertThat(holding(published.get(at))).as(as).containsAll(holding(cardsBefore.get(at)));
        }
        var undone = dataset.undo(applied.get("applied").get("number").asLong());
        assertThat(undone.statusCode()).as(as + undone.body()).isEqualTo(200);
        assertThat(dataset.documents()).as("undone: " + as).isEqualTo(before);
    }

    private static FixPreview preview(Published dataset, FixId fix) {
        var current = dataset.server().catalog().store().dataset(new DatasetId(dataset.id())).orElseThrow();
        return switch (dataset.server().catalog().mending().preview(current, fix)) {
            case FixSight.Shown(FixPreview preview) -> preview;
            case FixSight not -> throw new AssertionError(not.toString());
        };
    }

    /// Every check that holds, with whose it is.
    private static List<String> holding(Scorecard card) {
        var ofDataset = holding("", card.dimensions());
        var ofDistributions = card.distributions().stream()
                .flatMap(score -> holding(score.distribution() + " ", score.dimensions()));
        return Stream.concat(ofDataset, ofDistributions).toList();
    }

    private static Stream<String> holding(String whose, List<DimensionScore> dimensions) {
        return dimensions.stream()
                .flatMap(each -> each.measurements().stream())
                .filter(each -> each.outcome().holds())
                .map(each -> whose + each.metric().id());
    }
}
