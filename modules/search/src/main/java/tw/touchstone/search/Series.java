package tw.touchstone.search;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;

/// Datasets of one agency whose titles are the same but for numbers and dates: 空氣品質110年1月, 空氣品質110年2月 and so on.
///
/// The key is a hash of 64 bits, so that millions of datasets have no two series in common by accident.
final class Series {

    /// The field of the key, as a number.
    static final String FIELD = "series";

    /// The field of the key, as a term.
    static final String TERM = "series.key";

    private static final Pattern NUMBERS = Pattern.compile(
            "第\\s?[" + HanNumber.SIGNS + "]+|[" + HanNumber.SIGNS + "]+(?=\\s?[年月季期次屆日號週周])|[上下]半年|(?:第\\s?)?\\p{Nd}+");

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Punct}－～~、至到]+");

    private Series() {}

    /// The key of a dataset; its own where the title is nothing but a number.
    static long key(String id, Optional<AgencyId> agency, LangText title) {
        var text = title.best(LangText.ZH);
        var shape = new StringBuilder();
        int at = 0;
        for (var mention : YearMention.in(text)) {
            shape.append(text, at, mention.start()).append('#');
            at = mention.end();
        }
        shape.append(text.substring(at));
        var bare = BETWEEN.matcher(NUMBERS.matcher(shape).replaceAll("#")).replaceAll("");
        boolean named = bare.codePoints().filter(Character::isLetter).count() >= 3;
        return hash(named ? agency.map(AgencyId::value).orElse("") + ' ' + TextQuery.whole(bare.replaceAll("#+", "#")) : "id " + id);
    }

    /// A key as people and addresses have it.
    static String written(long key) {
        return HexFormat.of().toHexDigits(key);
    }

    /// FNV-1a.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
