-- Changes that a follower could not take in, so that those behind them need not wait. One line for each follower and
-- subject: the latest change that failed, until a later one of the same subject is taken in.
create table parked_change (
    follower  text   not null,
    subject   text   not null,
    number    bigint not null,
    reason    text   not null,
    parked_at text   not null,
    primary key (follower, subject)
);
