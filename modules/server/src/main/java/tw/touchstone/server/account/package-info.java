/// What people do with their own account: sign in, change the password, issue tokens. Start with [PasswordController].
@NullMarked
package tw.touchstone.server.account;

import org.jspecify.annotations.NullMarked;
