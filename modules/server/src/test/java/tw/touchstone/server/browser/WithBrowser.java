package tw.touchstone.server.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips browser tests, loudly, where there is no browser.
final class WithBrowser implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Browser.isInstalled()) {
            return ConditionEvaluationResult.enabled("Chromium and its driver are installed");
        }
        if (context.getTestMethod().isEmpty()) {
            System.err.printf(
                    "%n*** SKIPPED: the browser tests of %s. Install the packages chromium and chromium-driver, or run "
                            + "./touchstone test, to run them. ***%n%n",
                    context.getDisplayName());
        }
        return ConditionEvaluationResult.disabled("Chromium or its driver is not installed");
    }
}
