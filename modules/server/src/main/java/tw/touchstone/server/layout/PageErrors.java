package tw.touchstone.server.layout;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/// Answers a browser's mistakes on pages with a page.
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    @ExceptionHandler(
            exception = {
                ServletRequestBindingException.class,
                MethodArgumentTypeMismatchException.class,
                // A parameter whose escapes are no characters, `?q=%FF` for example.
                InvalidParameterException.class
            },
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView wrong() {
        return ErrorPages.wrong();
    }
}
