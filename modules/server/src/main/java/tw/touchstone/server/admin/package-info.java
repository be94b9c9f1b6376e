/// What administrators do with other people's accounts. Start with [AccountsController].
@NullMarked
package tw.touchstone.server.admin;

import org.jspecify.annotations.NullMarked;
