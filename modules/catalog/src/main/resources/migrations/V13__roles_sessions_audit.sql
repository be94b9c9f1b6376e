-- An account has roles, each for one agency and those below it, or for the whole catalogue.

create table account_role (
    account text not null references account (id),
    role    text not null,
    -- Empty where the role is for the whole catalogue.
    agency  text not null default '',
    -- Who said so: 'local' for an administrator here, 'oidc' for the provider people sign in with.
    source  text not null default 'local',
    primary key (account, role, agency)
);
insert into account_role (account, role, agency)
    select id, role, case when role = 'ADMINISTRATOR' then '' else coalesce(agency, '') end from account
    where role = 'ADMINISTRATOR' or agency is not null;
alter table account drop column role;
alter table account drop column agency;
alter table account add column email text;
alter table account add column state text not null default 'ACTIVE';
create unique index account_email on account (email);

-- Tokens from before there were scopes could do everything their account could.
alter table api_token add column scopes text not null default 'READ REGISTER UPLOAD ADMIN';
alter table api_token add column agency text;

-- Where an agency stands, where that differs from the vocabulary, and what became of it.
create table agency_line (
    agency      text primary key,
    -- Empty for an agency that stands below no other.
    parent      text not null default '',
    merged_into text
);
create table agency_name (
    agency text not null,
    zh     text not null,
    en     text not null,
    until  text not null,
    primary key (agency, until)
);

create table session (
    id           text primary key,
    account      text not null references account (id),
    secret_hash  text not null unique,
    begun_at     text not null,
    last_seen_at text not null,
    address      text not null,
    agent        text not null,
    -- How the person signed in: 'password' or 'oidc'.
    means        text not null,
    -- What the provider wants back when the person leaves; encrypted.
    id_token     text
);
create index session_account on session (account);

-- What was done that somebody may have to answer for. Each entry holds the digest of the one before it.
create table audit_entry (
    number   integer primary key,
    at       text not null,
    actor    text not null,
    action   text not null,
    subject  text not null,
    detail   text not null,
    address  text not null,
    previous text not null,
    digest   text not null
);
create trigger audit_entry_stays before update on audit_entry
    begin select raise(abort, 'the audit log is append-only'); end;
create trigger audit_entry_remains before delete on audit_entry
    begin select raise(abort, 'the audit log is append-only'); end;

-- The secret is encrypted with the key of the home. A step that was used is not taken again.
create table second_factor (
    account      text primary key references account (id),
    secret       text   not null,
    last_step    bigint not null,
    created_at   text   not null,
    confirmed_at text
);
create table recovery_code (
    account   text not null references account (id),
    code_hash text not null,
    used_at   text,
    primary key (account, code_hash)
);

-- How often something went wrong lately, and until when no further try is taken. Keys are digests.
create table throttle (
    kind     text   not null,
    key_hash text   not null,
    tries    bigint not null,
    until    text   not null,
    last_at  text   not null,
    primary key (kind, key_hash)
);
-- From where somebody has signed in before; digests of account and address.
create table familiar_address (
    key_hash text primary key,
    last_at  text not null
);
