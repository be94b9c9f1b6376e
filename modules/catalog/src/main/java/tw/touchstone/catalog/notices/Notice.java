package tw.touchstone.catalog.notices;

import java.time.Instant;
import tw.touchstone.model.LangText;

/// Something a member should know.
///
/// @param kind  what it is about, for example `label`; letters, digits and `-`
/// @param title in Chinese and English
/// @param text  as [#title]; may be empty
/// @param link  path of the page to go to, for example `/datasets/41568`; empty for none
/// @param read  whether the member has seen it
public record Notice(
        String id, String kind, Instant at, LangText title, LangText text, String link, boolean read) {}
