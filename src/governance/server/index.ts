export { readLetterFile } from './letters/read-file.ts'
