-- expand: the tables of letters, follow-up and money are guarded like all that come; another's commitment is not written to

-- What was read out of letters is checked by few, and read by others when it has been approved.
select access.protect('governance.letter',
  read => array['letter.read all if state = ''approved''', 'followup.internal all', 'letter.check all'],
  write => array['letter.check all']);
select access.protect('governance.finding', part_of => 'governance.letter', part_by => 'letter',
  read => array['followup.internal all', 'letter.check all', 'letter.read record'], write => array['letter.check all'],
  remove => array['letter.check all']);
select access.protect('governance.doubt', read => array['followup.internal all', 'letter.check all'],
  write => array['letter.check all']);
select access.protect('governance.reading_try', history => false, read => array['letter.check all'],
  write => array['letter.check all'], remove => array['letter.check all']);

-- A commitment is written to by whom it belongs to: the unit, with those below it, and the person; and by those who decide
-- to whom it belongs. A part that nobody owns belongs to whom the whole does.
select access.protect('governance.commitment', organisation => 'owner_unit', account => 'owner_person',
  part_of => 'governance.commitment', part_by => 'parent',
  read => array['followup.read all', 'letter.approve all'],
  write => array['letter.approve all', 'followup.assign all', 'followup.write organisation', 'followup.write self',
    'followup.write record if owner_unit is null and owner_person is null'],
  add => array['letter.approve all']);
select access.protect('governance.goal', read => array['followup.read all'], write => array['letter.approve all']);
select access.protect('governance.requirement', read => array['followup.read all'], write => array['letter.approve all']);
select access.protect('governance.chain_link', history => false,
  read => array['followup.read all'], add => array['letter.approve all']);

do $$
declare
  owners constant text[] := array['followup.assign record', 'followup.write record'];
begin
  perform access.protect('governance.deadline', part_of => 'governance.commitment', part_by => 'commitment',
    read => array['followup.read all'], write => owners || array['letter.approve all'], remove => owners);
  perform access.protect('governance.delivery', part_of => 'governance.commitment', part_by => 'commitment',
    read => array['followup.read all'], write => owners);
  perform access.protect('governance.status_note', part_of => 'governance.commitment', part_by => 'commitment', history => false,
    read => array['followup.internal all'], add => owners);
  perform access.protect('governance.dependency', part_of => 'governance.commitment', part_by => 'commitment', history => false,
    read => array['followup.read all'], add => owners, remove => owners);
  -- In the reporting form every unit has rows of its own, also under what another unit owns.
  perform access.protect('governance.activity', part_of => 'governance.commitment', part_by => 'commitment',
    organisation => 'owner_unit', read => array['followup.internal all'],
    write => owners || array['followup.write organisation'], remove => owners || array['followup.write organisation']);
end $$;

select access.protect('governance.measure', read => array['followup.read all'],
  write => array['measurability.write all'], add => array['letter.approve all']);
select access.protect('governance.calendar_feed', history => false, account => 'account',
  read => array['calendar.own self'], write => array['calendar.own self', '* all']);
select access.protect('governance.reminder', history => false, read => array['followup.read all'], add => array['* all']);

select access.protect('appropriations.letter', read => array['money.read all', 'letter.approve all'],
  write => array['letter.approve all']);
select access.protect('appropriations.allocation', read => array['money.read all', 'letter.approve all'],
  write => array['letter.approve all'], remove => array['letter.approve all']);
