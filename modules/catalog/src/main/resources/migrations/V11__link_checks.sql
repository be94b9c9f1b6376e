-- Which links are asked, and when the next time. A host's links wait in one job, whose due time is that of the first.
create table link_check (
    distribution text   primary key,
    dataset      text   not null,
    url          text   not null,
    host         text   not null,
    imported     bigint not null, -- 1: nobody registered it here
    consent      bigint not null, -- 1: a person asked for the next check
    undecided    bigint not null, -- how often in a row nothing could be concluded
    due_at       text   not null
);
create index link_check_due on link_check (host, due_at);
create index link_check_dataset on link_check (dataset);

create table link_host (
    host     text   primary key,
    free_at  text   not null,
    failures bigint not null  -- how often in a row it did not answer as a host should
);

-- What hosts said of robots, until when it holds. No rules: nothing may be asked for now.
create table link_robots (
    origin text primary key,
    rules  text,
    until  text not null
);

delete from job where kind = 'inspect';
