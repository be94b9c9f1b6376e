package tw.touchstone.catalog.importing;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tw.touchstone.exchange.catalogue.ImportTerms;
import tw.touchstone.model.Agency;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.vocabulary.NationalTerms;
import tw.touchstone.vocabulary.Vocabularies;

/// Reads the texts of an export by our vocabularies.
final class NationalImportTerms implements ImportTerms {

    private final Vocabularies vocabularies;
    private final NationalTerms terms;

    NationalImportTerms(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
        this.terms = vocabularies.nationalTerms();
    }

    @Override
    public Optional<Frequency> frequency(String text) {
        return terms.frequency(text);
    }

    @Override
    public Optional<URI> licence(String text) {
        return terms.licence(text);
    }

    @Override
    public Optional<FileFormat> format(String text) {
        return terms.format(text);
    }

    @Override
    public Optional<URI> service(String text) {
        return terms.service(text);
    }

    @Override
    public List<FieldDescription> fields(String text) {
        return terms.fields(text);
    }

    @Override
    public Agency agency(String name) {
        return vocabularies.agencies().of(name);
    }
}
