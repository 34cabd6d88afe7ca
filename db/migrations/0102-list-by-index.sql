-- expand: the register's list comes by index in each of its orders

-- The register's list in each of its orders (src/governance/server/register/list-source.ts), a whole with its parts, and
-- what one goal or one owner has, of any state. With `case`, which an
-- index answers below row-level security, and `coalesce` not. The partial and the shorter indices that these replace go.
create index commitment_by_whole on governance.commitment ((case when parent is null then id else parent end));
create index commitment_by_deadline on governance.commitment ((case when next_deadline is null then 'infinity' else next_deadline end), kind, position, id);
create index commitment_by_letter on governance.commitment (year desc, kind, position, id);
create index commitment_by_title on governance.commitment (title collate "nb-NO-x-icu", id);
create index commitment_by_light on governance.commitment (
  (case light when 'red' then 1 when 'yellow' then 2 when 'green' then 3 else 4 end),
  (case when next_deadline is null then 'infinity' else next_deadline end), id);
create index commitment_by_change on governance.commitment (recorded_at desc, id desc);
create index commitment_goal on governance.commitment (goal);
drop index governance.commitment_year;
drop index governance.commitment_owner_person;
drop index governance.commitment_owner_unit;
create index commitment_owner_person on governance.commitment (owner_person);
create index commitment_owner_unit on governance.commitment (owner_unit);
