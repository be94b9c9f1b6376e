package tw.touchstone.vocabulary;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;

/// Reads the `tst:WorkingYear`s of `vocab/working-days.ttl`.
final class WorkingYearReader {

    private final TurtleFile file;

    private WorkingYearReader(TurtleFile file) {
        this.file = file;
    }

    static List<WorkingYear> read(TurtleFile file) {
        var reader = new WorkingYearReader(file);
        return file
                .model()
                .listSubjectsWithProperty(RDF.type, ResourceFactory.createResource(Terms.NS + "WorkingYear"))
                .toList()
                .stream()
                .map(reader::year)
                .sorted(Comparator.comparingInt(WorkingYear::year))
                .toList();
    }

    private WorkingYear year(Resource subject) {
        int year = SchemeReader.texts(subject, ResourceFactory.createProperty(Terms.NS, "year")).stream()
                .findFirst()
                .map(Integer::parseInt)
                .orElseThrow(() -> file.mistake(subject, "needs a tst:year"));
        return new WorkingYear(year, days(subject, "closed", year, false), days(subject, "worked", year, true));
    }

    private List<LocalDate> days(Resource subject, String property, int year, boolean weekend) {
        var days = SchemeReader.texts(subject, ResourceFactory.createProperty(Terms.NS, property)).stream()
                .map(text -> day(subject, text))
                .sorted()
                .toList();
        for (var day : days) {
            boolean fits = day.getYear() == year && isWeekend(day) == weekend;
            if (!fits) {
                throw file.mistake(subject, "says tst:" + property + " of " + day + ", a " + day.getDayOfWeek());
            }
        }
        return days;
    }

    private LocalDate day(Resource subject, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw file.mistake(subject, "has a day that no calendar has: " + text);
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
