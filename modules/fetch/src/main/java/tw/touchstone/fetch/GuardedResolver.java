package tw.touchstone.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves names and refuses those that lead inside. The client connects to exactly the addresses returned here, so
/// a name that resolves differently a moment later (DNS rebinding) gains nothing.
final class GuardedResolver implements DnsResolver {

    private final NameResolver names;
    private final boolean loopbackAllowed;

    GuardedResolver(NameResolver names, boolean loopbackAllowed) {
        this.names = names;
        this.loopbackAllowed = loopbackAllowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        for (var address : addresses) {
            // One private address among public ones is already an attack or a broken zone.
            if (!AddressGuard.isPublic(address) && !(loopbackAllowed && address.isLoopbackAddress())) {
                throw new AddressGuard.ForbiddenAddress(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return host;
    }
}
