-- expand: deadlines that follow-up has set itself, what a delivery meets, and why a state was changed by hand

-- An own deadline is an internal milestone; the others are the letter's, and only a letter changes those.
alter table governance.deadline add column own boolean not null default false;
-- deadline: the one named; all: everything owed; none: a part of it, or one of the recurring reports
alter table governance.delivery add column meets text not null default 'none' check (meets in ('deadline', 'all', 'none'));
alter table governance.delivery add constraint one_deadline check ((meets = 'deadline') = (deadline is not null)) not valid;
-- The reason that was given when what was done was opened again.
alter table governance.commitment add column state_reason text;

select history.keep('governance.deadline', 'followup.read');
select history.keep('governance.delivery', 'followup.read');
select history.keep('governance.commitment', 'followup.read');

create index delivery_deadline on governance.delivery (deadline) where deadline is not null;
create index dependency_depends_on on governance.dependency (depends_on);
