package tw.touchstone.model.fact;

import java.util.List;

/// What is inside the bytes, as far as the inspector reads their format.
public sealed interface Content {

    /// Rows and columns, one profile for each table found.
    record Tables(List<TableProfile> tables) implements Content {
        public Tables {
            tables = List.copyOf(tables);
        }
    }

    /// Records in a nested structure: JSON, XML and what is built on them.
    record Tree(TreeProfile profile) implements Content {}

    /// A container and what is in it, in the container's order.
    record Members(List<Member> members) implements Content {
        public Members {
            members = List.copyOf(members);
        }
    }

    /// A format the inspector recognises and does not read inside: PDF, images and the like.
    record Opaque() implements Content {}

    /// The format is known but the bytes break its rules.
    ///
    /// @param reason in English, for example `JSON ends inside an object`
    /// @param place  where reading failed
    record Malformed(String reason, Place place) implements Content {}

    /// There are no bytes.
    record Empty() implements Content {}
}
