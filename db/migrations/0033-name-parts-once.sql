-- expand: a part whose code is its title is not called by both

create or replace view governance.due_date with (security_invoker = true) as
select
  d.id, d.commitment, d.due, d.label, d.count_date, d.met_on,
  coalesce(p.id, c.id) as record,
  c.kind, c.year, c.state, c.title,
  case when p.id is null then c.code
    else nullif(concat_ws(' ', p.code, case when lower(c.code) <> lower(c.title) then c.code end), '') end as code,
  p.title as whole_title,
  coalesce(c.light, p.light) as light,
  coalesce(c.goal, p.goal) as goal,
  case when coalesce(c.owner_person, c.owner_unit) is null then p.owner_person else c.owner_person end as owner_person,
  case when coalesce(c.owner_person, c.owner_unit) is null then p.owner_unit else c.owner_unit end as owner_unit,
  -- Rises with every change of the date or of what it is about: the SEQUENCE of its calendar event (RFC 5545, 3.8.7.4).
  d.version + c.version + coalesce(p.version, 1) - 3 as sequence,
  greatest(d.recorded_at, c.recorded_at, p.recorded_at) as changed_at
from governance.deadline d
join governance.commitment c on c.id = d.commitment
left join governance.commitment p on p.id = c.parent
where c.state in ('open', 'done') and coalesce(p.state, 'open') in ('open', 'done')
  and not exists (
    select from governance.commitment part join governance.deadline same on same.commitment = part.id
    where part.parent = c.id and part.state in ('open', 'done') and same.due = d.due);
