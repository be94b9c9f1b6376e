package tw.touchstone.model;

import java.util.List;

/// What a dataset must not be trusted with, and what it is for. (偏誤與限制, Croissant-RAI 1.0)
///
/// @param biases       who or what is over- or under-represented (`rai:dataBiases`)
/// @param limitations  what the data does not support (`rai:dataLimitations`)
/// @param personalData which personal or sensitive information it holds, or that it holds none
///                     (`rai:personalSensitiveInformation`)
/// @param useCases     what it is meant for (`rai:dataUseCases`)
/// @param socialImpact what its use can do to people (`rai:dataSocialImpact`)
/// @param groupColumns names of the columns by whose values groups are told apart (`tst:groupColumn`)
public record Limits(
        LangText biases,
        LangText limitations,
        LangText personalData,
        LangText useCases,
        LangText socialImpact,
        List<String> groupColumns) {

    /// Nothing is stated.
    public static final Limits NONE =
            new Limits(LangText.NONE, LangText.NONE, LangText.NONE, LangText.NONE, LangText.NONE, List.of());

    public Limits {
        groupColumns = groupColumns.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /// Whether nothing is stated.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
