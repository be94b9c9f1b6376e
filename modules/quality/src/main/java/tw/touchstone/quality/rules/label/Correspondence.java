package tw.touchstone.quality.rules.label;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.quality.Comment;
import tw.touchstone.quality.DatasetFacts.Replies;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Threshold;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.WorkingDays;
import tw.touchstone.quality.rules.reading.Words;

/// Comments, and by when each must be answered.
///
/// @param workingDays how many may pass after the day of a comment
record Correspondence(Replies replies, int workingDays, WorkingDays calendar, Instant asOf) implements TimeBound {

    static Optional<Correspondence> of(DatasetQuestion question) {
        int days = question.policy().threshold(Threshold.REPLY_WORKING_DAYS).intValue();
        return question.subject()
                .own()
                .replies()
                .map(replies -> new Correspondence(
                        replies, days, question.reference().calendar(), question.asOf()));
    }

    /// The instant from which an answer is late: the end of the last working day allowed.
    Instant due(Comment comment) {
        return Words.begin(calendar.after(Words.day(comment.at()), workingDays).plusDays(1));
    }

    /// Whether the answer came late, or is late by now.
    boolean isLate(Comment comment) {
        return !comment.answered().orElse(asOf).isBefore(due(comment));
    }

    @Override
    public TimeSpan span() {
        return new TimeSpan(
                waiting().filter(due -> !due.isAfter(asOf)).max(Instant::compareTo),
                waiting().filter(due -> due.isAfter(asOf)).min(Instant::compareTo));
    }

    private Stream<Instant> waiting() {
        return replies.comments().stream()
                .filter(comment -> comment.answered().isEmpty())
                .map(this::due);
    }
}
