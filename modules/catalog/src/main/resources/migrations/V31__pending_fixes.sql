-- A fix is noted before its dataset is published, so that a crash in between loses nobody the undo.
alter table applied_fix add column pending integer not null default 0;
-- Who is about to undo it, until that is done.
alter table applied_fix add column undoing_by text;
create index applied_fix_open on applied_fix (number) where pending = 1 or undoing_by is not null;
