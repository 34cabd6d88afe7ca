/**
 * The superuser of the embedded cluster. The name tells the embedded server from every other one: there the roles log
 * in without a password, because the socket's folder is closed to everybody else.
 */
export const embeddedUser = 'fotfeste_embedded'

/** The database in the embedded cluster. */
export const embeddedDatabase = 'fotfeste'
