/// The one SQL database of a home: accounts, jobs, followers and the index of scorecards. Start with [Database].
@NullMarked
package tw.touchstone.catalog.sql;

import org.jspecify.annotations.NullMarked;
