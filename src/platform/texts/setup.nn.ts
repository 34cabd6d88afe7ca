import type { SetupCode } from './setup.nb.ts'

/** Nynorsk. */
export const texts: Readonly<Record<SetupCode, string>> = {
  'config.integer': '{name} må vere eit heilt tal frå {from} til {to}, men er «{value}»',
  'config.yesNo': '{name} må vere yes eller no, men er «{value}»',
  'config.address': '{name} må vere ei adresse som byrjar med {wanted}',
  'config.oneOf': '{name} må vere ein av {wanted}',
  'config.secret': 'FOTFESTE_SECRET må ha minst 32 teikn',
  'config.secretEarlier': 'Kvar løyndom i FOTFESTE_SECRETS_EARLIER må ha minst 32 teikn; dei blir skilde med komma',
  'config.secretFile': '{file} må ha ein løyndom på minst 32 teikn på kvar linje',
  'config.time': '{name} må vere eit klokkeslett som 02:30, men er «{value}»',
  'config.keep': '{name} må vere som 14 daily, 8 weekly, 12 monthly, men er «{value}»',
  'config.missing': '{name} må vere sett når {other} er det',
  'config.both': '{name} og {other} kan ikkje vere sette samtidig',
  'config.keyFile': '{name} må peike på ei fil med ein privat nøkkel som JWK, men {file} kan ikkje brukast ({reason})',
  'config.dataFolder': 'Datamappa {folder} kan ikkje brukast ({reason}): vel ei eiga mappe med FOTFESTE_DATA',
  'config.unknown': 'Ukjend innstilling {names}: sjå docs/operations.md',
  'config.port': 'Porten {port} kan ikkje brukast ({reason}): vel ein annan med FOTFESTE_PORT',
  'embedded.account':
    'PostgreSQL køyrer ikkje som root, og maskina har ingen konto han kan køyre som (nobody, postgres eller daemon): start Fotfeste som ein vanleg brukar',
  'embedded.missing':
    'Det finst ingen innebygd PostgreSQL for {machine} i node_modules: køyr «npm ci» med dei valfrie pakkane, eller lat FOTFESTE_DATABASE_URL peike på ein PostgreSQL-tenar (15 eller nyare)',
  'embedded.doesNotRun':
    'Den innebygde PostgreSQL køyrer ikkje på denne maskina ({reason}): lat FOTFESTE_DATABASE_URL peike på ein PostgreSQL-tenar (15 eller nyare) i staden',
  'embedded.owner':
    '{folder} høyrer til brukar {owner}, men databasen køyrer som brukar {user}: start Fotfeste som brukaren som starta han før, eller vel ei anna datamappe med FOTFESTE_DATA',
  'embedded.open': '{folder} er open for andre brukarar: fjern henne, eller lukk henne med chmod 700',
  'embedded.folder': 'Datamappa {folder} kan ikkje brukast av {user} ({reason}): vel ei anna med FOTFESTE_DATA',
  'embedded.notMade': 'Databasen kunne ikkje lagast: {reason}',
  'embedded.version':
    'Databasen i {folder} er laga av PostgreSQL {found}, og denne versjonen av Fotfeste har {wanted}. Ta tryggingskopi med versjonen som laga han, og legg kopien inn i ei ny datamappe (docs/operations.md)',
  'embedded.noCluster': '{folder} finst, men er inga datamappe for PostgreSQL: flytt henne',
  'embedded.notStarted': 'Databasen startar ikkje: {reason}\nSjå loggane i {log}',
  'embedded.taken':
    'Mappa {folder} er oppteken av prosess {pid}, som ikkje svarer på {socket}. Er det ikkje ein PostgreSQL som høyrer til Fotfeste, fjern postmaster.pid der; elles vent på han, eller avslutt han',
  'embedded.windows':
    'Den innebygde PostgreSQL lyttar på ein Unix-sokkel som Node ikkje når på Windows: køyr Fotfeste i WSL, eller lat FOTFESTE_DATABASE_URL peike på ein PostgreSQL-tenar (15 eller nyare)',
  'database.version': '{host} køyrer PostgreSQL {found}: Fotfeste treng {wanted} eller nyare',
  'database.encoding': 'Databasen på {host} har teiknkodinga {encoding}: lag han med teiknkodinga UTF8',
  'database.collation': 'PostgreSQL på {host} manglar sorteringa nb-NO-x-icu: installer han med støtte for ICU',
  'database.unreachable': 'Databasen i FOTFESTE_DATABASE_URL på {host} svarer ikkje ({reason})',
  'database.password': 'Databasen på {host} godtek ikkje brukarnamnet eller passordet i FOTFESTE_DATABASE_URL',
  'database.notThere': 'Det finst ingen database på {host} med namnet som står i FOTFESTE_DATABASE_URL',
  'database.unusable': 'Databasen i FOTFESTE_DATABASE_URL på {host} kan ikkje brukast: {reason}',
  'database.lost': 'Sambandet med databasen vart brote ({reason}). Det som ikkje var ferdig, er angra: prøv igjen',
  'database.full': 'Databasen har ikkje meir plass på disken: rydd plass, og prøv igjen',
  'migration.newer':
    'Databasen er nyare enn denne versjonen av Fotfeste: han har fått oppgraderinga {name}. Bruk versjonen som laga han, eller legg inn ein tryggingskopi frå før oppgraderinga',
  'migration.changed':
    'Oppgraderinga {name} er endra etter at ho vart køyrd på denne databasen. Ta endringa tilbake, og lag ei ny oppgradering i staden',
  'migration.history':
    'Tabellar og historikken deira passar ikkje saman etter oppgraderinga {name}: {faults}. Endre tabellane med funksjonane history.keep, rename_column, drop_column og change_type',
  'migration.roleMissing':
    'Rolla {role} manglar, og {owner} har ikkje lov til å lage henne. Som administrator: create role {role} login; grant {role} to {owner}',
  'migration.roleNotGranted': 'Rolla {role} er ikkje gitt til {owner}. Som administrator: grant {role} to {owner}',
  'migration.notAllowed': 'Eigaren av databasen har ikkje lov til det oppgraderingane treng: {reason}',
  'backup.noFile': 'Fila {file} finst ikkje',
  'backup.notWhole': '{file} er ingen heil tryggingskopi ({reason})',
  'backup.notOurs': '{file} er ingen tryggingskopi frå Fotfeste',
  'backup.newer': '{file} er laga av ein nyare versjon ({release}): legg kopien inn med den versjonen',
  'backup.cutShort': '{file} er avkorta: innhaldslista til slutt manglar',
  'backup.damaged': '{file} er skada: {part} er ikkje slik ho vart skriven',
  'backup.newerSchema':
    'Tryggingskopien er nyare enn denne versjonen av Fotfeste: han er laga av {release} og har fått oppgraderinga {name}',
  'backup.otherMigration': 'Oppgraderinga {name} er ei anna i denne versjonen enn i tryggingskopien',
  'backup.inUse': 'Databasen er alt i bruk: legg kopien inn i ein tom (ei ny datamappe eller ein ny database)',
  'backup.half': 'Ein tryggingskopi vart ikkje lagd heilt inn i denne databasen: legg han inn på nytt',
  'backup.noTable': 'Tabellen {table} i tryggingskopien finst ikkje i databasen',
  'backup.rows': '{table} skulle hatt {wanted} rader, men har {found}',
}
