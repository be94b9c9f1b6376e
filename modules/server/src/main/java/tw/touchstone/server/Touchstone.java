package tw.touchstone.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import tw.touchstone.server.start.CommandLine;

/// Starts the server.
///
/// Beans are named by their full class name: features may each have a controller of the same simple name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Touchstone {

    /// Runs until the process is told to end; exit code 2 where the arguments are not understood, 1 where it
    /// cannot start.
    ///
    /// @param arguments `--port`, `--home`, `--no-samples`, `--base-iri`, or any setting of Spring as `--name=value`
    public static void main(String[] arguments) {
        switch (CommandLine.read(arguments)) {
            case CommandLine.Understood understood ->
                new SpringApplication(Touchstone.class).run(understood.settings().toArray(String[]::new));
            case CommandLine.NotUnderstood wrong -> {
                System.err.println("touchstone: " + wrong.message());
                System.exit(2);
            }
        }
    }
}
