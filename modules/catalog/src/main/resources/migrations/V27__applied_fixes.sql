-- Fixes that were applied, and whether they were undone. The state before is a document in the archive.
create table applied_fix (
    number        integer primary key autoincrement,
    dataset       text   not null,
    kind          text   not null,
    -- 0 where the dataset as a whole was mended.
    distribution  bigint not null,
    applied_at    text   not null,
    applied_by    text   not null,
    from_number   bigint not null,
    to_number     bigint not null,
    state_before  text   not null,
    state_after   text   not null,
    undone_at     text,
    undone_by     text,
    undone_number bigint
);
create index applied_fix_dataset on applied_fix (dataset, number);
