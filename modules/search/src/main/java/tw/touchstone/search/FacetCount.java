package tw.touchstone.search;

/// How many of the results have this value of a facet.
public record FacetCount(String value, long count) {}
