/// What administrators do: accounts, agencies, the audit log. Start with [AccountsController].
@NullMarked
package tw.touchstone.server.admin;

import org.jspecify.annotations.NullMarked;
