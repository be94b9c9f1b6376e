package tw.touchstone.server.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.sheets.CsvText;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.PageController;

/// The page on which administrators read who did what, and take it away as CSV.
@PageController
class AuditController {

    private static final int ROWS = 100;
    private static final List<String> HEADER =
            List.of("number", "at", "actor", "action", "subject", "detail", "address", "previous", "digest");

    private final AuditLog audit;

    AuditController(Catalog catalog) {
        this.audit = catalog.members().audit();
    }

    /// What the page shows.
    ///
    /// @param broken number of the first entry that was tampered with; empty where all is well
    /// @param before number to go on from; empty on the last page
    record AuditView(String text, List<Row> list, String broken, String before) {}

    /// An entry in the list.
    record Row(String number, String at, String actor, String action, String subject, String detail, String address) {}

    @GetMapping("/admin/audit")
    ModelAndView list(@RequestParam(name = "q", defaultValue = "") String text, @RequestParam(defaultValue = "") String before) {
        long from = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : 0;
        var entries = audit.entries(from, ROWS, text.strip());
        var rows = entries.stream()
                .map(each -> new Row(
                        String.valueOf(each.number()),
                        Figures.minute(each.at()),
                        each.actor(),
                        each.action(),
                        each.subject(),
                        each.detail(),
                        each.address()))
                .toList();
        var next = entries.size() < ROWS ? "" : String.valueOf(entries.getLast().number());
        var broken = audit.firstBroken().map(String::valueOf).orElse("");
        return new ModelAndView("admin/audit", "audit", new AuditView(text.strip(), rows, broken, next));
    }

    @GetMapping("/admin/audit.csv")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setHeader("Cache-Control", "no-store");
        var out = response.getOutputStream();
        out.write(CsvText.row(HEADER).getBytes(StandardCharsets.UTF_8));
        audit.forEach(each -> {
            var row = CsvText.row(List.of(
                    String.valueOf(each.number()),
                    each.at().toString(),
                    each.actor(),
                    each.action(),
                    each.subject(),
                    each.detail(),
                    each.address(),
                    each.previous(),
                    each.digest()));
            try {
                out.write(row.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
