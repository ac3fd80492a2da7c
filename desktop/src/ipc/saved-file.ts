import * as z from 'zod';

// The kinds of file that the service serves (security-rules 9.4) and the exports it makes; never a program.
const EXTENSIONS = [
  'pdf',
  'docx',
  'xlsx',
  'odt',
  'rtf',
  'jpg',
  'jpeg',
  'png',
  'heic',
  'txt',
  'csv',
  'json',
  'zip',
];
const FILE_NAME = new RegExp(`^[^\\p{C}/\\\\:*?"<>|]+\\.(${EXTENSIONS.join('|')})$`, 'iu');
const MAX_BYTES = 100 * 1024 * 1024;

/** A bare file name with a known extension: no folder, no control character. */
export const FileName = z.string().max(200).regex(FILE_NAME);

export const FileContent = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.byteLength <= MAX_BYTES, 'the file is too large');
