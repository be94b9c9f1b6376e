/// Descriptions of tables for the programs that load them: Croissant, Data Package, CSVW. Begin with
/// [tw.touchstone.exchange.tabular.DescribedTable].
@org.jspecify.annotations.NullMarked
package tw.touchstone.exchange.tabular;
