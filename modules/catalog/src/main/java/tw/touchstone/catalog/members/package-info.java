/// Who may sign in and on whose behalf: [Accounts] and their [ApiTokens].
@NullMarked
package tw.touchstone.catalog.members;

import org.jspecify.annotations.NullMarked;
