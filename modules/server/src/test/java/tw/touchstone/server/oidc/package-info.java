/// Signing in with a provider, tested against a real one.
@NullMarked
package tw.touchstone.server.oidc;

import org.jspecify.annotations.NullMarked;
