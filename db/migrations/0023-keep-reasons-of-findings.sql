-- expand: why a finding was rejected or taken unchecked, why a letter was approved with some left, and the file's name

alter table governance.finding add column reason text;
alter table governance.letter add column approval_reason text;
select history.keep('governance.finding', 'letter.read');
select history.keep('governance.letter', 'letter.read');
