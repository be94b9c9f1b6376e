-- Whom a provider means by a subject.
create table oidc_identity (
    issuer    text not null,
    subject   text not null,
    account   text not null references account (id),
    linked_at text not null,
    primary key (issuer, subject)
);
create unique index oidc_identity_account on oidc_identity (issuer, account);
