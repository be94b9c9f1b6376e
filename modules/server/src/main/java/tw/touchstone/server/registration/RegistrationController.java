package tw.touchstone.server.registration;

import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;
import tw.touchstone.store.DatasetState;
import tw.touchstone.vocabulary.conformance.ConformanceReport;
import tw.touchstone.vocabulary.conformance.Severity;
import tw.touchstone.vocabulary.profile.DatasetRdf;

/// The form by which people register, revise and withdraw datasets.
@PageController
class RegistrationController {

    private static final int LONGEST_REASON = 1_000;

    private final Catalog catalog;
    private final CurrentAccount accounts;
    private final Uploads uploads;
    private final Drafts drafts;
    private final FormFilling filling;
    private final FormViews views;
    private final PreviewViews previews;
    private final MessageSource messages;

    RegistrationController(
            Catalog catalog,
            CurrentAccount accounts,
            Uploads uploads,
            Drafts drafts,
            FormFilling filling,
            FormViews views,
            PreviewViews previews,
            MessageSource messages) {
        this.catalog = catalog;
        this.accounts = accounts;
        this.uploads = uploads;
        this.drafts = drafts;
        this.filling = filling;
        this.views = views;
        this.previews = previews;
        this.messages = messages;
    }

    /// A form that was sent, and what is known around it.
    private record Sent(
            RegistrationForm form, FormProblems problems, Optional<Dataset> before, Account by, Locale locale) {}

    @GetMapping("/workspace/datasets/new")
    ModelAndView blank(Principal reader, Locale locale) {
        var by = accounts.of(reader);
        var form = FormFilling.empty(catalog.publishing().newId().value())
                .with("publisher", by.agency().map(AgencyId::value).orElse(""));
        return page(new Sent(form, new FormProblems(), Optional.empty(), by, locale), HttpStatus.OK);
    }

    @PostMapping("/workspace/datasets/new")
    ModelAndView register(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam Map<String, MultipartFile> files,
            Principal reader,
            Locale locale) {
        var sent = sent(parameters, files, Optional.empty(), reader, locale);
        if (asksForMore(parameters)) {
            return page(more(sent), HttpStatus.OK);
        }
        var id = sent.form().value("id");
        var wanted = DatasetId.isValid(id) ? new DatasetId(id) : catalog.publishing().newId();
        var unknown = Dataset.of(wanted, new SourceRef(SourceRef.LOCAL, wanted.value()), LangText.NONE)
                .build();
        var draft = drafts.read(sent.form(), unknown, sent.by(), locale);
        if (asksForPreview(parameters)) {
            return previewed(sent, draft);
        }
        return refusal(sent, draft).orElseGet(() ->
                answer(sent, draft, catalog.publishing().register(draft.dataset(), sent.by()), "registered"));
    }

    @GetMapping("/workspace/datasets/{id}")
    ModelAndView form(@PathVariable String id, Principal reader, Locale locale) {
        var by = accounts.of(reader);
        var before = published(id);
        if (before.isEmpty()) {
            return unavailable(id);
        }
        if (!mayEdit(before.get(), by)) {
            return ErrorPages.forbidden();
        }
        var form = filling.of(before.get(), number(before.get().id()));
        var draft = drafts.read(form, before.get(), by, locale);
        var sent = new Sent(form, new FormProblems(), before, by, locale);
        say(report(before.get()), draft.fields(), sent, false);
        return page(sent, HttpStatus.OK);
    }

    @PostMapping("/workspace/datasets/{id}")
    ModelAndView revise(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam Map<String, MultipartFile> files,
            Principal reader,
            Locale locale) {
        var before = published(id);
        if (before.isEmpty()) {
            return unavailable(id);
        }
        if (!mayEdit(before.get(), accounts.of(reader))) {
            return ErrorPages.forbidden();
        }
        var sent = sent(parameters, files, before, reader, locale);
        if (asksForMore(parameters)) {
            return page(more(sent), HttpStatus.OK);
        }
        var draft = drafts.read(sent.form(), before.get(), sent.by(), locale);
        if (asksForPreview(parameters)) {
            return previewed(sent, draft);
        }
        return refusal(sent, draft).orElseGet(() -> answer(
                sent,
                draft,
                catalog.publishing()
                        .revise(before.get().id(), draft.dataset(), expected(sent.form()), sent.by()),
                "revised"));
    }

    @PostMapping("/workspace/datasets/{id}/withdraw")
    ModelAndView withdraw(@PathVariable String id, @RequestParam String reason, Principal reader, Locale locale) {
        var before = published(id);
        if (before.isEmpty()) {
            return unavailable(id);
        }
        var by = accounts.of(reader);
        if (!mayEdit(before.get(), by)) {
            return ErrorPages.forbidden();
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            var form = filling.of(before.get(), number(before.get().id())).with("reason", reason);
            var sent = new Sent(form, new FormProblems(), before, by, locale);
            sent.problems().error("reason", say("form.wrong.reason", locale));
            return page(sent, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (catalog.publishing().withdraw(before.get().id(), reason.strip(), by)) {
            case Registration.NotAllowed not -> ErrorPages.forbidden();
            default -> new ModelAndView("redirect:/workspace?notice=withdrawn");
        };
    }

    private Sent sent(
            MultiValueMap<String, String> parameters,
            Map<String, MultipartFile> files,
            Optional<Dataset> before,
            Principal reader,
            Locale locale) {
        var problems = new FormProblems();
        var form = uploads.keep(RegistrationForm.read(parameters), files, problems, locale);
        return new Sent(form, problems, before, accounts.of(reader), locale);
    }

    private static boolean asksForMore(MultiValueMap<String, String> parameters) {
        return "add".equals(parameters.getFirst("do"));
    }

    private static boolean asksForPreview(MultiValueMap<String, String> parameters) {
        return "preview".equals(parameters.getFirst("do"));
    }

    /// The form again, with what its dataset would hold; nothing is published.
    private ModelAndView previewed(Sent sent, Draft draft) {
        return page(sent, previews.of(draft, sent.before(), sent.locale()), HttpStatus.OK);
    }

    private static Sent more(Sent sent) {
        return new Sent(
                sent.form().withDistribution(), sent.problems(), sent.before(), sent.by(), sent.locale());
    }

    /// Everything that is wrong with a draft at once, where the form itself could not be read.
    private Optional<ModelAndView> refusal(Sent sent, Draft draft) {
        draft.problems().forEachError(sent.problems()::error);
        if (sent.problems().isEmpty()) {
            return Optional.empty();
        }
        say(report(draft.dataset()), draft.fields(), sent, true);
        return Optional.of(page(sent, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView answer(Sent sent, Draft draft, Registration registration, String notice) {
        return switch (registration) {
            case Registration.Done done ->
                new ModelAndView("redirect:/datasets/" + done.dataset().id() + "?notice=" + notice);
            case Registration.NotConforming not -> {
                say(not.report(), draft.fields(), sent, true);
                yield page(sent, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            // The form was sent twice: the first time has registered the dataset.
            case Registration.IdTaken taken -> new ModelAndView("redirect:/datasets/" + taken.id());
            case Registration.NotAllowed not -> {
                sent.problems().error("publisher", say("form.wrong.agency", sent.locale()));
                yield page(sent, HttpStatus.FORBIDDEN);
            }
            case Registration.Absent absent -> ErrorPages.absent();
            case Registration.Gone gone -> ErrorPages.gone();
            case Registration.Conflict conflict -> {
                sent.problems().error("", say("form.wrong.conflict", sent.locale()));
                var current = sent.form().with("expected", String.valueOf(conflict.current()));
                yield page(
                        new Sent(current, sent.problems(), sent.before(), sent.by(), sent.locale()),
                        HttpStatus.CONFLICT);
            }
        };
    }

    private void say(ConformanceReport report, FindingFields fields, Sent sent, boolean withErrors) {
        var language = Language.of(sent.locale());
        for (var finding : report.findings()) {
            var field = fields.of(finding);
            var text = finding.message().best(language);
            boolean known = !sent.problems().errors(field).isEmpty();
            if (finding.severity() == Severity.VIOLATION && withErrors && !known && !isSaidElsewhere(finding.shape())) {
                sent.problems().error(field, text);
            } else if (finding.severity() == Severity.WARNING && !field.isEmpty()) {
                sent.problems().advise(field, text);
            }
        }
    }

    /// The form says these in its own words.
    private static boolean isSaidElsewhere(String shape) {
        return shape.equals("address-missing") || shape.equals("distribution-missing");
    }

    private ConformanceReport report(Dataset dataset) {
        return catalog.conformance().check(DatasetRdf.write(dataset, catalog.settings().iris()));
    }

    private Optional<Dataset> published(String id) {
        return DatasetId.isValid(id) ? catalog.store().dataset(new DatasetId(id)) : Optional.empty();
    }

    private ModelAndView unavailable(String id) {
        boolean gone = DatasetId.isValid(id)
                && catalog.store().state(new DatasetId(id)) instanceof DatasetState.Withdrawn;
        return gone ? ErrorPages.gone() : ErrorPages.absent();
    }

    private static boolean mayEdit(Dataset dataset, Account by) {
        return dataset.publisher().map(by::mayEdit).orElse(true);
    }

    private long number(DatasetId id) {
        return catalog.store().state(id) instanceof DatasetState.Published(long number) ? number : 0;
    }

    private static OptionalLong expected(RegistrationForm form) {
        var number = form.value("expected");
        return number.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }

    private ModelAndView page(Sent sent, HttpStatus status) {
        return page(sent, PreviewView.NONE, status);
    }

    private ModelAndView page(Sent sent, PreviewView preview, HttpStatus status) {
        var view = views.of(sent.form(), sent.problems(), sent.before(), sent.by(), preview, sent.locale());
        var page = new ModelAndView("registration/form", "form", view);
        page.addObject("polling", true);
        page.setStatus(status);
        return page;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }
}
