/// Workbooks, sheet by sheet and row by row: start at [XlsxReader], [XlsReader] and [OdsReader]. What they have in common
/// is in [Workbook] and [SheetRows], which feed the same assembler as text files do.
@NullMarked
package tw.touchstone.inspection.workbook;

import org.jspecify.annotations.NullMarked;
