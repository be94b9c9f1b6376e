package tw.touchstone.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Finds the addresses of a host name. Its answers are not trusted: each is checked before it is connected to.
@FunctionalInterface
public interface NameResolver {

    /// The machine's own resolver.
    NameResolver SYSTEM = InetAddress::getAllByName;

    /// All addresses of a name or of an address literal, at least one.
    InetAddress[] resolve(String host) throws UnknownHostException;
}
