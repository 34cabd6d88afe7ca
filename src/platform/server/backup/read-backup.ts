import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { BackupError, type BackupHeader, type BackupManifest } from './format.ts'

/** Goes through the entries of a backup in their order. */
export const eachEntry = async (
  file: string,
  visit: (name: string, content: Buffer) => Promise<void>,
): Promise<void> => {
  const archive = extract()
  const reading = pipeline(createReadStream(file), createGunzip(), archive)
  const visiting = (async () => {
    for await (const entry of archive) await visit(entry.header.name, await buffer(entry))
  })()
  // When the visitor throws, its error is the one that tells; the pipeline's is only its consequence.
  const results = await Promise.allSettled([visiting, reading])
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

/** Reads what a backup says of itself at its top, and no further. Throws {@link BackupError} on what is no backup. */
export const readHeader = async (file: string): Promise<BackupHeader> => {
  let header: BackupHeader | null = null
  const enough = new Error('enough')
  try {
    await eachEntry(file, async (name, content) => {
      if (name === 'header.json') header = JSON.parse(content.toString()) as BackupHeader
      throw enough
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new BackupError('backup.noFile', { file })
    if (error !== enough) throw new BackupError('backup.notWhole', { file, reason: message })
  }
  const found = header as BackupHeader | null
  if (found?.format !== 'fotfeste-backup') throw new BackupError('backup.notOurs', { file })
  return found
}

/** A backup that has been read through and found whole. */
export interface WholeBackup {
  readonly header: BackupHeader
  readonly manifest: BackupManifest
}

/** Reads the whole file and holds every part against its checksum. Throws {@link BackupError} unless all is there. */
export const readBackup = async (file: string): Promise<WholeBackup> => {
  let header: BackupHeader | null = null
  let manifest: BackupManifest | null = null
  const sums = new Map<string, string>()
  try {
    await eachEntry(file, async (name, content) => {
      if (name === 'header.json') header = JSON.parse(content.toString()) as BackupHeader
      else if (name === 'manifest.json') manifest = JSON.parse(content.toString()) as BackupManifest
      else sums.set(name, createHash('sha256').update(content).digest('hex'))
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new BackupError('backup.noFile', { file })
    throw new BackupError('backup.notWhole', { file, reason: message })
  }
  return checked(file, header, manifest, sums)
}

const checked = (
  file: string,
  header: BackupHeader | null,
  manifest: BackupManifest | null,
  sums: ReadonlyMap<string, string>,
): WholeBackup => {
  if (header?.format !== 'fotfeste-backup') throw new BackupError('backup.notOurs', { file })
  if (header.formatVersion !== 1) {
    throw new BackupError('backup.newer', { file, release: header.release })
  }
  if (manifest === null) throw new BackupError('backup.cutShort', { file })
  for (const part of manifest.tables.flatMap((table) => table.parts)) {
    if (sums.get(part.file) !== part.sha256) throw new BackupError('backup.damaged', { file, part: part.file })
  }
  return { header, manifest }
}
