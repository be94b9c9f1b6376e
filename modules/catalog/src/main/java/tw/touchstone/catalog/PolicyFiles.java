package tw.touchstone.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.PolicyReading;

/// The policies that come with the product, from `vocab/policies/`.
public final class PolicyFiles {

    private static final List<String> NAMES = List.of("label-113", "label-114", "label-strict-1", "mqa-405", "five-star", "ai-ready-1");

    private PolicyFiles() {}

    /// All of them, oldest first.
    ///
    /// @throws IllegalStateException if one of them is missing or faulty, which the build's tests exclude
    public static List<Policy> load() {
        return NAMES.stream().map(PolicyFiles::load).toList();
    }

    /// Their files as they are written, in the same order.
    public static List<String> texts() {
        return NAMES.stream().map(PolicyFiles::text).toList();
    }

    /// The file of a policy as it is written.
    ///
    /// @throws IllegalStateException if there is none
    public static String text(String name) {
        var path = path(name);
        try (var file = PolicyFiles.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the policy file " + path + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Policy load(String name) {
        return switch (Policy.read(text(name))) {
            case Policy policy -> policy;
            case PolicyReading.Refused refused ->
                throw new IllegalStateException("the policy file " + path(name) + " is refused: " + refused);
        };
    }

    private static String path(String name) {
        return "/vocab/policies/" + name + ".json";
    }
}
