package tw.touchstone.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Errors that come with status 200: a JSON envelope, an OGC exception, a page that says "not found".
final class Soft404 {

    private static final int HEAD = 4_096;

    private static final Pattern JSON =
            Pattern.compile("^\\s*\\{\\s*\"(success\"\\s*:\\s*(false|\"false\")|error\"\\s*:\\s*[^nf\\s])");
    private static final Pattern XML =
            Pattern.compile("^\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)?<(\\w+:)?(ServiceException(Report)?|ExceptionReport)\\b");
    private static final Pattern PAGE =
            Pattern.compile("(?is)^\\s*(<!doctype|<html|<head).*<title>[^<]*(\\b404\\b|not found|找不到)");

    private Soft404() {}

    static boolean isErrorEnvelope(Path body) {
        try (var in = Files.newInputStream(body)) {
            var head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            var text = head.startsWith("\uFEFF") ? head.substring(1) : head;
            return JSON.matcher(text).find()
                    || XML.matcher(text).find()
                    || PAGE.matcher(text).find();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was fetched", e);
        }
    }
}
