-- What came of the tables of each kept file: rows in a Parquet, or why there are none. Line 0 says that somebody looked.
create table row_table (
    file text not null,
    maker text not null,
    number integer not null,
    part text not null,
    name text not null,
    refusal text not null,
    columns text not null,
    row_count integer not null,
    complete integer not null,
    size integer not null,
    digest text not null,
    preview text not null,
    primary key (file, maker, number)
);
