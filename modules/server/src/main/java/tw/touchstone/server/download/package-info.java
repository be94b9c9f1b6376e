/// The bytes of distributions, and the counting of views and downloads. Start with [DownloadController].
@NullMarked
package tw.touchstone.server.download;

import org.jspecify.annotations.NullMarked;
