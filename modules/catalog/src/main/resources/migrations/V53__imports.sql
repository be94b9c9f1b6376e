-- Imports of catalogue files, and how far each has come: what stands here was stored together with the change of that number.
create table import_job (
    id integer primary key autoincrement,
    file text not null,
    name text not null,
    source text not null,
    on_conflict text not null,
    requested_by text not null,
    state text not null,
    cancel integer not null default 0,
    created_at text not null,
    begun_at text,
    ended_at text,
    number integer not null default -1,
    items integer not null default 0,
    row_count integer not null default 0,
    fraction real not null default 0,
    registered integer not null default 0,
    revised integer not null default 0,
    unchanged integer not null default 0,
    kept_out integer not null default 0,
    findings text not null default '',
    log_entries integer not null default 0,
    log_left_out integer not null default 0,
    report text not null default '',
    summary text not null default '',
    message text not null default ''
);
create index import_job_file on import_job (file);
create table import_log (
    job integer not null references import_job (id) on delete cascade,
    number integer not null,
    line integer not null,
    kind text not null,
    subject text not null,
    text text not null,
    primary key (job, number)
) without rowid;
