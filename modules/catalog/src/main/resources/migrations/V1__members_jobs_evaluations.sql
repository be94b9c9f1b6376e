-- One subset of SQL for SQLite and PostgreSQL: text, bigint, on conflict, returning. Instants are ISO 8601 in UTC.

create table account (
    id                   text primary key,
    name                 text   not null unique,
    display_name         text   not null,
    password_hash        text   not null,
    role                 text   not null,
    agency               text,
    must_change_password bigint not null,
    created_at           text   not null
);

create table api_token (
    id           text primary key,
    account      text not null references account (id),
    title        text not null,
    secret_hash  text not null unique,
    created_at   text not null,
    expires_at   text not null,
    last_used_at text,
    revoked_at   text
);

create table job (
    id         integer primary key autoincrement,
    kind       text   not null,
    subject    text   not null,
    state      text   not null,
    attempts   bigint not null,
    due_at     text   not null,
    created_at text   not null,
    ended_at   text,
    message    text
);
create unique index job_waiting on job (kind, subject) where state = 'waiting';
create index job_due on job (state, due_at);

-- How far each follower of the change log has come.
create table follower (
    name         text primary key,
    last_applied bigint not null
);

-- Where the byte facts of a file are kept, by the version of the inspector that found them.
create table byte_facts (
    digest    text not null,
    inspector text not null,
    facts     text not null,
    primary key (digest, inspector)
);

create table observation (
    dataset      text not null,
    distribution text not null,
    at           text not null,
    verdict      text not null,
    reason       text not null,
    digest       text,
    probe        text not null,
    primary key (dataset, distribution, at)
);

create table scorecard (
    dataset      text   not null,
    policy       text   not null,
    evaluated_at text   not null,
    label        text   not null,
    scorecard    text   not null,
    valid_until  text,
    current      bigint not null,
    primary key (dataset, policy, evaluated_at)
);
create unique index scorecard_current on scorecard (dataset, policy) where current = 1;

create table import_run (
    id          text primary key,
    file_name   text not null,
    started_at  text not null,
    ended_at    text,
    report      text
);

-- The highest number among distributions that a dataset no longer has, so that none is given twice.
create table retired_distribution (
    dataset text primary key,
    highest bigint not null
);
