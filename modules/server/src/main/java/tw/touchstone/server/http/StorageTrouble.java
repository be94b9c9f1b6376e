package tw.touchstone.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Tells a program that our disk is full or broken. What was being written is not there, not even in part.
@RestControllerAdvice(annotations = RestController.class)
class StorageTrouble {

    private static final Logger LOG = System.getLogger(StorageTrouble.class.getName());

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unwritable(UncheckedIOException trouble) {
        return answer(trouble);
    }

    /// From the thread that commits for everybody.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> uncommitted(CompletionException trouble) {
        boolean disk = Stream.iterate((Throwable) trouble, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException || cause instanceof UncheckedIOException);
        if (!disk) {
            throw trouble;
        }
        return answer(trouble);
    }

    private static ResponseEntity<ProblemDetail> answer(RuntimeException trouble) {
        LOG.log(Level.ERROR, "the disk of the home is in trouble", trouble);
        var problem = Problem.of(
                HttpStatus.INSUFFICIENT_STORAGE, "the catalogue could not use its disk; nothing was changed");
        return ResponseEntity.status(problem.getStatusCode()).body(problem.getBody());
    }
}
