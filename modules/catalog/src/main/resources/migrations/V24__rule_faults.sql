-- Rules that broke while they judged what is current: the run went on, and somebody must mend the rule.
create table rule_fault (
    dataset      text not null,
    policy       text not null,
    metric       text not null, -- empty where it was a rule that looks for risks
    distribution text not null, -- empty where the dataset as a whole was judged
    message      text not null,
    at           text not null,
    primary key (dataset, policy, metric, distribution)
);
