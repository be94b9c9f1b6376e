package tw.touchstone.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Which addresses a fetch may connect to: only those of the public Internet (IANA special-purpose registries).
final class AddressGuard {

    private AddressGuard() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] octets) {
        int a = octets[0] & 0xFF;
        int b = octets[1] & 0xFF;
        int c = octets[2] & 0xFF;
        return !(a == 0
                || a == 10
                || a == 127
                || a >= 224
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113));
    }

    private static boolean isPublic6(byte[] octets) {
        // Only 2000::/3 is given out; everything else (ULA, NAT64, mapped, discard) is special.
        if ((octets[0] & 0xE0) != 0x20) {
            return isNat64(octets) && isPublic4(last4(octets));
        }
        int first = (octets[0] & 0xFF) << 8 | (octets[1] & 0xFF);
        int second = (octets[2] & 0xFF) << 8 | (octets[3] & 0xFF);
        // 6to4 (RFC 7526 retired it) would leave the choice of the connected machine to a relay.
        boolean relayed = first == 0x2002;
        // Teredo is among them.
        boolean protocolAssignments = first == 0x2001 && second < 0x0200;
        boolean documentation = (first == 0x2001 && second == 0x0DB8) || (first == 0x3FFF && second < 0x1000);
        return !relayed && !protocolAssignments && !documentation;
    }

    private static boolean isNat64(byte[] octets) {
        byte[] prefix = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
        return Arrays.equals(octets, 0, 12, prefix, 0, 12);
    }

    private static byte[] last4(byte[] octets) {
        return Arrays.copyOfRange(octets, 12, 16);
    }

    /// The address was resolved but must not be connected to.
    static final class ForbiddenAddress extends UnknownHostException {
        ForbiddenAddress(String host) {
            super(host);
        }
    }
}
