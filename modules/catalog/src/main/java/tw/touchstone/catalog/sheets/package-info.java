/// Tables that people open in a spreadsheet. Start with [CsvText].
@NullMarked
package tw.touchstone.catalog.sheets;

import org.jspecify.annotations.NullMarked;
