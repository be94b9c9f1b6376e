/// What was done that somebody may have to answer for. Start with [AuditLog].
@NullMarked
package tw.touchstone.catalog.audit;

import org.jspecify.annotations.NullMarked;
