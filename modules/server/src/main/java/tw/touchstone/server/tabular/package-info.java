/// Descriptions of tables for the programs that load them. Begin with [tw.touchstone.server.tabular.TabularController].
@org.jspecify.annotations.NullMarked
package tw.touchstone.server.tabular;
