/** Bokmål; gives the codes. `{name}` takes a value. */
export const texts = {
  'config.integer': '{name} må være et helt tall fra {from} til {to}, men er «{value}»',
  'config.yesNo': '{name} må være yes eller no, men er «{value}»',
  'config.address': '{name} må være en adresse som begynner med {wanted}',
  'config.oneOf': '{name} må være en av {wanted}',
  'config.secret': 'FOTFESTE_SECRET må ha minst 32 tegn',
  'config.secretEarlier': 'Hver hemmelighet i FOTFESTE_SECRETS_EARLIER må ha minst 32 tegn; de skilles med komma',
  'config.secretFile': '{file} må ha en hemmelighet på minst 32 tegn på hver linje',
  'config.time': '{name} må være et klokkeslett som 02:30, men er «{value}»',
  'config.keep': '{name} må være som 14 daily, 8 weekly, 12 monthly, men er «{value}»',
  'config.missing': '{name} må være satt når {other} er det',
  'config.both': '{name} og {other} kan ikke være satt samtidig',
  'config.keyFile': '{name} må peke på en fil med en privat nøkkel som JWK, men {file} kan ikke brukes ({reason})',
  'config.dataFolder': 'Datamappen {folder} kan ikke brukes ({reason}): velg en egen mappe med FOTFESTE_DATA',
  'config.unknown': 'Ukjent innstilling {names}: se docs/operations.md',
  'config.port': 'Porten {port} kan ikke brukes ({reason}): velg en annen med FOTFESTE_PORT',
  'embedded.account':
    'PostgreSQL kjører ikke som root, og maskinen har ingen konto den kan kjøre som (nobody, postgres eller daemon): start Fotfeste som en vanlig bruker',
  'embedded.missing':
    'Det finnes ingen innebygd PostgreSQL for {machine} i node_modules: kjør «npm ci» med de valgfrie pakkene, eller la FOTFESTE_DATABASE_URL peke på en PostgreSQL-tjener (15 eller nyere)',
  'embedded.doesNotRun':
    'Den innebygde PostgreSQL kjører ikke på denne maskinen ({reason}): la FOTFESTE_DATABASE_URL peke på en PostgreSQL-tjener (15 eller nyere) i stedet',
  'embedded.owner':
    '{folder} tilhører bruker {owner}, men databasen kjører som bruker {user}: start Fotfeste som brukeren som startet den før, eller velg en annen datamappe med FOTFESTE_DATA',
  'embedded.open': '{folder} er åpen for andre brukere: fjern den, eller lukk den med chmod 700',
  'embedded.folder': 'Datamappen {folder} kan ikke brukes av {user} ({reason}): velg en annen med FOTFESTE_DATA',
  'embedded.notMade': 'Databasen kunne ikke lages: {reason}',
  'embedded.version':
    'Databasen i {folder} er laget av PostgreSQL {found}, og denne versjonen av Fotfeste har {wanted}. Ta sikkerhetskopi med versjonen som laget den, og legg kopien inn i en ny datamappe (docs/operations.md)',
  'embedded.noCluster': '{folder} finnes, men er ingen datamappe for PostgreSQL: flytt den',
  'embedded.notStarted': 'Databasen starter ikke: {reason}\nSe loggene i {log}',
  'embedded.taken':
    'Mappen {folder} er opptatt av prosess {pid}, som ikke svarer på {socket}. Er det ikke en PostgreSQL som hører til Fotfeste, fjern postmaster.pid der; ellers vent på den, eller avslutt den',
  'embedded.windows':
    'Den innebygde PostgreSQL lytter på en Unix-sokkel som Node ikke når på Windows: kjør Fotfeste i WSL, eller la FOTFESTE_DATABASE_URL peke på en PostgreSQL-tjener (15 eller nyere)',
  'database.version': '{host} kjører PostgreSQL {found}: Fotfeste trenger {wanted} eller nyere',
  'database.encoding': 'Databasen på {host} har tegnkodingen {encoding}: lag den med tegnkodingen UTF8',
  'database.collation': 'PostgreSQL på {host} mangler sorteringen nb-NO-x-icu: installer den med støtte for ICU',
  'database.unreachable': 'Databasen i FOTFESTE_DATABASE_URL på {host} svarer ikke ({reason})',
  'database.password': 'Databasen på {host} godtar ikke brukernavnet eller passordet i FOTFESTE_DATABASE_URL',
  'database.notThere': 'Det finnes ingen database på {host} med navnet som står i FOTFESTE_DATABASE_URL',
  'database.unusable': 'Databasen i FOTFESTE_DATABASE_URL på {host} kan ikke brukes: {reason}',
  'database.lost': 'Forbindelsen til databasen ble brutt ({reason}). Det som ikke var ferdig, er angret: prøv igjen',
  'database.full': 'Databasen har ikke mer plass på disken: rydd plass, og prøv igjen',
  'migration.newer':
    'Databasen er nyere enn denne versjonen av Fotfeste: den har fått oppgraderingen {name}. Bruk versjonen som laget den, eller legg inn en sikkerhetskopi fra før oppgraderingen',
  'migration.changed':
    'Oppgraderingen {name} er endret etter at den ble kjørt på denne databasen. Ta endringen tilbake, og lag en ny oppgradering i stedet',
  'migration.history':
    'Tabeller og historikken deres passer ikke sammen etter oppgraderingen {name}: {faults}. Endre tabellene med funksjonene history.keep, rename_column, drop_column og change_type',
  'migration.roleMissing':
    'Rollen {role} mangler, og {owner} har ikke lov til å lage den. Som administrator: create role {role} login; grant {role} to {owner}',
  'migration.roleNotGranted': 'Rollen {role} er ikke gitt til {owner}. Som administrator: grant {role} to {owner}',
  'migration.notAllowed': 'Eieren av databasen har ikke lov til det oppgraderingene trenger: {reason}',
  'backup.noFile': 'Filen {file} finnes ikke',
  'backup.notWhole': '{file} er ingen hel sikkerhetskopi ({reason})',
  'backup.notOurs': '{file} er ingen sikkerhetskopi fra Fotfeste',
  'backup.newer': '{file} er laget av en nyere versjon ({release}): legg den inn med den versjonen',
  'backup.cutShort': '{file} er avkortet: innholdslisten til slutt mangler',
  'backup.damaged': '{file} er skadet: {part} er ikke slik den ble skrevet',
  'backup.newerSchema':
    'Sikkerhetskopien er nyere enn denne versjonen av Fotfeste: den er laget av {release} og har fått oppgraderingen {name}',
  'backup.otherMigration': 'Oppgraderingen {name} er en annen i denne versjonen enn i sikkerhetskopien',
  'backup.inUse': 'Databasen er alt i bruk: legg kopien inn i en tom (en ny datamappe eller database)',
  'backup.half': 'En sikkerhetskopi ble ikke lagt helt inn i denne databasen: legg den inn på nytt',
  'backup.noTable': 'Tabellen {table} i sikkerhetskopien finnes ikke i databasen',
  'backup.rows': '{table} skulle hatt {wanted} rader, men har {found}',
} as const

/** What stands in the way. */
export type SetupCode = keyof typeof texts
