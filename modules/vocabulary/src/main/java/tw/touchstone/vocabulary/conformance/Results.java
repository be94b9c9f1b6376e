package tw.touchstone.vocabulary.conformance;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.validation.ValidationProc;

/// The results of a validation by Jena without its report.
///
/// Jena keeps results as objects and writes them as RDF besides, which nobody reads here and which costs an import as much
/// as validating does. What it keeps is private to it; [ConformanceTest] holds it against the report, so that another
/// version that keeps it elsewhere does not come in unseen.
final class Results {

    private static final VarHandle BUILDER;
    private static final VarHandle ENTRIES;

    static {
        try {
            var lookup = MethodHandles.lookup();
            BUILDER = MethodHandles.privateLookupIn(ValidationContext.class, lookup)
                    .findVarHandle(ValidationContext.class, "validationReportBuilder", ValidationReport.Builder.class);
            ENTRIES = MethodHandles.privateLookupIn(ValidationReport.Builder.class, lookup)
                    .findVarHandle(ValidationReport.Builder.class, "entries", List.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Results() {}

    @SuppressWarnings("unchecked") // a List<ReportEntry> there
    static Collection<ReportEntry> of(Shapes shapes, Graph data) {
        var context = ValidationContext.create(shapes, data);
        for (var shape : shapes.getTargetShapes()) {
            for (var node : VLib.focusNodes(data, shape)) {
                ValidationProc.execValidateShape(context, data, shape, node);
            }
        }
        return (List<ReportEntry>) ENTRIES.get((ValidationReport.Builder) BUILDER.get(context));
    }
}
