package tw.touchstone.bench;

/// Runs the bench.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("nothing yet");
    }
}
