-- What the observations of each link amount to, and the bytes that came of it; carried on with every observation, so
-- that it needs no history older than itself.
create table link_standing (
    distribution text primary key,
    dataset      text not null,
    standing     text not null, -- digest of the document in the archive
    last_asked   text not null,
    last_decided text,
    snapshot     text,          -- digest of the last bytes that were the data
    changed_at   text           -- when bytes came that were new
);
create index link_standing_dataset on link_standing (dataset);

-- Which bytes a link ever gave: old ones that come back are no change.
create table link_snapshot (
    distribution text not null,
    digest       text not null,
    first_at     text not null,
    primary key (distribution, digest)
);

-- Documents of before cannot be read any more, and their links can be asked again.
delete from observation;
