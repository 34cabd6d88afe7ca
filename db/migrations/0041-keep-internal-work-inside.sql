-- expand: the ministry reads what it has ordered and how it stands, not the directorate's own notes or unfinished checks

drop policy status_note_read on governance.status_note;
create policy status_note_read on governance.status_note for select to fotfeste_app
  using ((select access.may('followup.internal')));
drop policy activity_read on governance.activity;
create policy activity_read on governance.activity for select to fotfeste_app
  using ((select access.may('followup.internal')));
drop policy finding_read on governance.finding;
create policy finding_read on governance.finding for select to fotfeste_app
  using ((select access.may('followup.internal'))
    or exists (select from governance.letter l where l.id = letter and l.state = 'approved'));
drop policy doubt_read on governance.doubt;
create policy doubt_read on governance.doubt for select to fotfeste_app
  using ((select access.may('followup.internal')));
drop policy letter_read on governance.letter;
create policy letter_read on governance.letter for select to fotfeste_app
  using ((select access.may('letter.read')) and (state = 'approved' or (select access.may('followup.internal'))));

-- The same for what these tables said before.
do $$
declare name text;
begin
  foreach name in array array['activity', 'finding', 'doubt', 'letter'] loop
    execute format('drop policy %I on history.%I', 'governance_' || name || '_read', 'governance_' || name);
    execute format('create policy %I on history.%I for select to fotfeste_app
      using ((select access.may(''followup.internal'')))', 'governance_' || name || '_read', 'governance_' || name);
  end loop;
end $$;
