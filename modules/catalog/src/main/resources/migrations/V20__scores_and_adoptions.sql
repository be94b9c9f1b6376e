-- What the bands of a policy of points compare, in ten-thousandths of a point; null in policies without points.
alter table scorecard add column score bigint;

-- The better award that it may turn out to be, while something is not decided; null where the award is certain.
alter table scorecard add column at_most text;

-- Which scorecards the clock alone will change, for whoever judges anew when it does.
create index scorecard_due on scorecard (valid_until) where current = 1 and valid_until is not null;

-- Texts of policies that were adopted after the product was built.
create table policy_adoption (
    policy      text   not null,
    version     text   not null,
    text        text   not null, -- digest of the canonical JSON in the archive
    announced   text   not null, -- the first day of the grace, in Taipei
    grace_days  bigint not null,
    in_force_at text   not null,
    noted_at    text   not null,
    swept_at    text,            -- when everything had been judged by it
    primary key (policy, version)
);
