package tw.touchstone.server.layout;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The pages that say why there is no other page.
public final class ErrorPages {

    private ErrorPages() {}

    /// 404: nothing was ever here.
    public static ModelAndView absent() {
        return page("error/404", HttpStatus.NOT_FOUND);
    }

    /// 410: the dataset was withdrawn.
    public static ModelAndView gone() {
        return page("error/410", HttpStatus.GONE);
    }

    /// 301: what was here is now there.
    ///
    /// @param path of this site
    public static ModelAndView moved(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return new ModelAndView(view);
    }

    /// 403: the account may not do this.
    public static ModelAndView forbidden() {
        return page("error/403", HttpStatus.FORBIDDEN);
    }

    /// 400: the request makes no sense.
    static ModelAndView wrong() {
        return page("error", HttpStatus.BAD_REQUEST);
    }

    private static ModelAndView page(String view, HttpStatus status) {
        return new ModelAndView(view, Map.of(), status);
    }
}
