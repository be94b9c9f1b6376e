package tw.touchstone.server.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Problem;

/// Sends files that are kept here, whole or in part, and counts what counts as a download before the first byte.
@Component
class HeldFiles {

    private static final int BUFFER = 64 << 10;

    private final Archive archive;
    private final VisitCounter visits;

    HeldFiles(Catalog catalog, VisitCounter visits) {
        this.archive = catalog.archive();
        this.visits = visits;
    }

    /// A file that is kept here.
    record Held(Dataset dataset, Distribution distribution, Sha256 digest) {}

    /// Answers a GET or HEAD, by range and entity tag where it asks so.
    void send(Held held, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = EntityTag.of(held.digest());
        headers(tag, response);
        if (tag.isIn(header(request, HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        long size = archive.size(held.digest()).orElseThrow();
        switch (range(request, tag, size)) {
            case ByteRange.Whole whole -> {
                response.setStatus(HttpServletResponse.SC_OK);
                body(held, new ByteRange.Part(0, size - 1), request, response);
            }
            case ByteRange.Part part -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(
                        HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
                body(held, part, request, response);
            }
            case ByteRange.Unsatisfiable unsatisfiable ->
                throw Problem.of(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "the file has " + size + " bytes")
                        .header(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        }
    }

    /// Only a GET has ranges; one whose `If-Range` names another state gets the whole of this one.
    private static ByteRange range(HttpServletRequest request, EntityTag tag, long size) {
        boolean sameState = header(request, HttpHeaders.IF_RANGE)
                .map(known -> EntityTag.strong(known).contains(tag))
                .orElse(true);
        var range = header(request, HttpHeaders.RANGE)
                .filter(any -> sameState && request.getMethod().equals("GET"));
        return ByteRange.of(range, size);
    }

    private static void headers(EntityTag tag, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, tag.header());
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private void body(Held held, ByteRange.Part part, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CONTENT_TYPE, contentType(held.distribution()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(held.dataset(), held.distribution()));
        response.setContentLengthLong(part.length());
        if (!request.getMethod().equals("GET")) {
            return;
        }
        try (var bytes = archive.open(held.digest(), part.first()).orElseThrow()) {
            // Not before the file is open: what ends in an error is no download.
            if (part.first() == 0) {
                visits.downloaded(request, held.distribution().id());
            }
            copy(bytes, part.length(), response);
        }
    }

    private static void copy(InputStream bytes, long length, HttpServletResponse response) throws IOException {
        var out = response.getOutputStream();
        var buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("the file ended " + left + " bytes too early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
        out.flush();
    }

    /// As declared: whether the declaration is right is what the checks say.
    private static String contentType(Distribution distribution) {
        var type = distribution.format().map(FileFormat::mediaType).orElse(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        return distribution
                .encoding()
                .flatMap(TextEncoding::declared)
                .filter(encoding -> type.startsWith("text/"))
                .map(encoding -> type + ";charset=" + encoding.display())
                .orElse(type);
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
