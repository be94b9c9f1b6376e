package tw.touchstone.vocabulary;

/// A file of `vocab/` is not what it must be. A mistake of ours, found when the product starts, never a user's.
public final class VocabularyException extends RuntimeException {

    VocabularyException(String file, long line, String problem) {
        super("vocab/%s, line %d: %s".formatted(file, line, problem));
    }

    VocabularyException(String file, String problem) {
        super("vocab/%s: %s".formatted(file, problem));
    }
}
