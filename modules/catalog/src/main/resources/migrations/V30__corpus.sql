-- What descriptions of an agency's datasets are compared by, and the twin that each was found to have.
create table description (
    dataset    text not null primary key,
    agency     text not null,
    sketch     blob not null,    -- hashes of 32 bits, ascending
    twin       text,             -- null where no other description of the agency is that much like it
    similarity integer,          -- in ten-thousandths
    since      text              -- when the two became that alike
);

-- Which datasets name which addresses as their sources, so that a source that comes or goes is noticed.
create table named_source (
    address text not null,
    dataset text not null,
    primary key (address, dataset)
) without rowid;

-- Datasets that others have overtaken: to be judged anew, later and in batches.
create table judge_again (
    dataset text    not null primary key,
    since   text    not null,
    marks   integer not null     -- how often it was asked for, so that a later asking is not taken for answered
);
create index judge_again_since on judge_again (since);
