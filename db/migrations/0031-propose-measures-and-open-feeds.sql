-- expand: proposals of how to measure, calendar feeds read without a session, and reminders by the day

-- A proposal is made when the letter is approved; a person confirms it or decides otherwise.
alter table governance.measure add column confirmed boolean not null default false;
-- Why it is proposed: a code of src/governance/rules/measurability/propose.ts; null when a person has decided.
alter table governance.measure add column reason_code text;
-- The register that could count it, when it is taken into use.
alter table governance.measure add column register text;
select history.keep('governance.measure', 'followup.read');

-- A calendar program has no session: the system looks the address up by its hash, and then reads as the person.
create policy calendar_feed_system on governance.calendar_feed to fotfeste_app
  using ((select access.may('*'))) with check ((select access.may('*')));
create index calendar_feed_account on governance.calendar_feed (account);

create index reminder_sent on governance.reminder (sent_at);
