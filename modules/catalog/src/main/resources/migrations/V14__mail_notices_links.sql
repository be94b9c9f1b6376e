-- Messages on their way out. What was sent keeps no text: it may hold links that let somebody in.
create table mail (
    id         text primary key,
    recipient  text   not null,
    subject    text   not null,
    plain      text   not null,
    html       text   not null,
    state      text   not null,
    attempts   bigint not null,
    created_at text   not null,
    ended_at   text,
    message    text
);

create table notice (
    id          text primary key,
    account     text not null references account (id),
    kind        text not null,
    at          text not null,
    title_zh    text not null,
    title_en    text not null,
    text_zh     text not null,
    text_en     text not null,
    link        text not null,
    read_at     text,
    digested_at text
);
create index notice_account on notice (account, at);
create table digest_day (
    day text primary key
);

-- Links by which somebody without a password gets one: to an invitation, or to a reset. Each works once.
create table account_link (
    secret_hash text primary key,
    account     text not null references account (id),
    kind        text not null,
    created_at  text not null,
    expires_at  text not null,
    used_at     text
);
