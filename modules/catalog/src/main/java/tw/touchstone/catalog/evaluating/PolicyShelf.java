package tw.touchstone.catalog.evaluating;

import java.util.List;
import tw.touchstone.quality.Policy;

/// The policies there are to judge by.
public interface PolicyShelf {

    /// Those that came with the product.
    List<Policy> shipped();

    /// What is judged by now.
    List<Policy> inForce();
}
