/// Signing in, by form for people and by bearer token or basic authentication for programs.
/// Start with [SecurityRules].
@NullMarked
package tw.touchstone.server.signin;

import org.jspecify.annotations.NullMarked;
