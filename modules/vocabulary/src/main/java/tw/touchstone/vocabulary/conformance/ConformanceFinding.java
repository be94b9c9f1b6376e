package tw.touchstone.vocabulary.conformance;

import tw.touchstone.model.LangText;

/// One place where a dataset differs from the application profile. (`sh:ValidationResult`)
///
/// @param severity whether it refuses a registration
/// @param path     the property in short form, for example `dct:title` or `dcat:accessURL|dcat:downloadURL`; empty
///                 where the finding is about the whole
/// @param focus    the IRI of the dataset or distribution, or the label of a blank node
/// @param message  what is wrong and what to do, in both languages
/// @param value    the offending value, text or IRI; empty where something is missing
/// @param shape    the permanent id of the constraint in kebab case, by which reports count
public record ConformanceFinding(
        Severity severity, String path, String focus, LangText message, String value, String shape) {}
