-- Datasets name addresses as their sources that may be links of others, so that their standing is known.
create index link_check_url on link_check (url);
