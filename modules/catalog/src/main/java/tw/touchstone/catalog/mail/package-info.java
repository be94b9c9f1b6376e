/// Messages to people outside: written in SQL first, delivered by jobs. Start with [Outbox].
@NullMarked
package tw.touchstone.catalog.mail;

import org.jspecify.annotations.NullMarked;
