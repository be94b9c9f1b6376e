package tw.touchstone.catalog.following;

import org.jdbi.v3.core.Handle;
import tw.touchstone.catalog.sql.Database;

/// Where followers that keep their results in SQL stand; the number is written in the transaction of the results.
public final class FollowerNumbers {

    private FollowerNumbers() {}

    /// The number this follower stands at; zero where it never ran.
    public static long read(Database database, String follower) {
        return database.read(sql -> sql.createQuery("select last_applied from follower where name = :name")
                .bind("name", follower)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /// Records the number as part of a transaction.
    public static void write(Handle sql, String follower, long number) {
        sql.createUpdate("""
                        insert into follower (name, last_applied) values (:name, :number)
                        on conflict (name) do update set last_applied = :number""")
                .bind("name", follower)
                .bind("number", number)
                .execute();
    }
}
