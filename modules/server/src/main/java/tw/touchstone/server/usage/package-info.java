/// What was viewed and downloaded: `/usage`, its definition, and `/api/v1/usage`. Start with [UsageController].
///
/// Nothing here asks who reads: no agency can hide a number.
@NullMarked
package tw.touchstone.server.usage;

import org.jspecify.annotations.NullMarked;
