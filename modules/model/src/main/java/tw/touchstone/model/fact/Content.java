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
    ///
    /// @param anomalies `unsafe-path`, `encrypted-member` and the like
    record Members(List<Member> members, List<Anomaly> anomalies) implements Content {
        public Members {
            members = List.copyOf(members);
            anomalies = List.copyOf(anomalies);
        }

        /// A container without oddities.
        public Members(List<Member> members) {
            this(members, List.of());
        }
    }

    /// A format that can only be read with a password.
    record Encrypted() implements Content {}

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
