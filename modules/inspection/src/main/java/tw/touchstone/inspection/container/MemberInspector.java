package tw.touchstone.inspection.container;

import java.util.function.Predicate;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;

/// Inspects the members of one archive, each as if it were a file of its own.
public interface MemberInspector {

    /// How many of its first bytes tell a format.
    int HEAD = 4_096;

    /// The format by the first bytes.
    FileFormat format(byte[] head);

    /// What a member is.
    ///
    /// @param path   of the member
    /// @param beside texts of the members beside it that say how to read it
    ByteFacts facts(ByteSource member, String path, SideTexts beside);

    /// Whether archives among the members are opened.
    boolean goesDeeper();

    /// Texts that belong to other members: the projection and the code page of a shapefile's parts.
    @FunctionalInterface
    interface SideTexts {

        SideTexts NONE = (_, _) -> "";

        /// The text of the member with the same path and this ending, for example `.prj`; blank where there is none.
        String of(String path, String ending);

        /// Whether a member is such a text.
        Predicate<String> IS_ONE = path -> path.regionMatches(true, path.length() - 4, ".prj", 0, 4)
                || path.regionMatches(true, path.length() - 4, ".cpg", 0, 4);
    }
}
