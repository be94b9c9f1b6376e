package tw.touchstone.server.layout;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Answers a browser's mistakes with a page; programs get a problem document from elsewhere.
@ControllerAdvice(annotations = PageController.class, assignableTypes = ResourceHttpRequestHandler.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    @ExceptionHandler(exception = NoResourceFoundException.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView absent() {
        return ErrorPages.absent();
    }

    @ExceptionHandler(
            exception = {ServletRequestBindingException.class, MethodArgumentTypeMismatchException.class},
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView wrong() {
        return ErrorPages.wrong();
    }
}
