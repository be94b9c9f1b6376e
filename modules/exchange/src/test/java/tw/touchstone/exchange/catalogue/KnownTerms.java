package tw.touchstone.exchange.catalogue;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;

/// A handful of terms, enough for the fixtures.
final class KnownTerms implements ImportTerms {

    static final URI OGDL = URI.create("https://data.example.tw/licences/ogdl-1");
    static final URI PUBLIC_INFORMATION = URI.create("https://data.example.tw/services/I00");

    static Agency agencyNamed(String name) {
        return new Agency(
                new AgencyId("agency-" + Integer.toHexString(name.hashCode())),
                LangText.zh(name),
                Optional.empty(),
                List.of());
    }

    @Override
    public Optional<Frequency> frequency(String text) {
        return text.equals("每1年") ? Frequency.parse("P1Y") : Optional.empty();
    }

    @Override
    public Optional<URI> licence(String text) {
        return text.contains("政府資料開放授權條款") ? Optional.of(OGDL) : Optional.empty();
    }

    @Override
    public Optional<FileFormat> format(String text) {
        return FileFormat.ofCode(text);
    }

    @Override
    public Optional<URI> service(String text) {
        return text.equals("公共資訊") ? Optional.of(PUBLIC_INFORMATION) : Optional.empty();
    }

    @Override
    public List<FieldDescription> fields(String text) {
        return Arrays.stream(text.split("、")).map(FieldDescription::named).toList();
    }

    @Override
    public Agency agency(String name) {
        return agencyNamed(name);
    }
}
