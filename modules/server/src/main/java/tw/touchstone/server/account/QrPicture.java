package tw.touchstone.server.account;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as the path of an inline SVG picture, one unit a module.
///
/// @param size of one side with the quiet zone, in modules
/// @param path of the dark modules
record QrPicture(int size, String path) {

    /// Four light modules on each side, which readers need. (ISO/IEC 18004)
    private static final int QUIET = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
