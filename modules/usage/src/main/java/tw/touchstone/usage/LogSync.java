package tw.touchstone.usage;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/// Brings the log to the disk while events go on being appended: the lock is held only to learn what is to be synced.
final class LogSync {

    private final EventLog log;
    private final ReentrantLock appending;
    private final ReentrantLock syncing = new ReentrantLock();

    /// @param appending the lock under which the log is appended to
    LogSync(EventLog log, ReentrantLock appending) {
        this.log = log;
        this.appending = appending;
    }

    /// When it returns, every event appended before is on the disk.
    void sync() throws IOException {
        syncing.lock();
        try {
            var unsynced = take();
            try {
                unsynced.sync();
            } catch (IOException e) {
                putBack(unsynced);
                throw e;
            }
        } finally {
            syncing.unlock();
        }
    }

    private EventLog.Unsynced take() {
        appending.lock();
        try {
            return log.takeUnsynced();
        } finally {
            appending.unlock();
        }
    }

    private void putBack(EventLog.Unsynced failed) {
        appending.lock();
        try {
            log.putBack(failed);
        } finally {
            appending.unlock();
        }
    }
}
