package tw.touchstone.catalog.mending;

import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.TextEncoding;

/// How to read the one table of a text.
///
/// @param headerLine counted from 1
record TableText(TextEncoding encoding, Dialect dialect, long headerLine) {}
