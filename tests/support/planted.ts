import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A place that must hold nothing of what was planted, and what it holds. */
export interface Place {
  readonly name: string;
  readonly content: string | Buffer;
}

const hexOf = (bytes: Buffer): string => bytes.toString('hex');
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const entities = (text: string, number: (code: number) => string): string =>
  [...text].map((letter) => `&#${number(letter.codePointAt(0)!)};`).join('');
const quotedPrintable = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => (byte < 128 ? String.fromCharCode(byte) : `=${byte.toString(16)}`))
    .join('');
const escaped = (text: string): string =>
  [...text]
    .map((letter) =>
      letter < '\x80' ? letter : `\\u${letter.codePointAt(0)!.toString(16).padStart(4, '0')}`,
    )
    .join('');

/** Base64 of a text inside a longer one: the middle, which does not depend on its neighbours, at each of 3 places. */
function base64Middles(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return all.slice(before === 0 ? 0 : 4, Math.floor((before + bytes.length) / 3) * 4);
  });
}

/** Every form in which a text may stand somewhere, as the bytes would read in Latin-1. */
export function formsOf(text: string): Map<string, string> {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const middles = base64Middles(utf8);
  return new Map([
    ['plain', utf8.toString('latin1')],
    ['URL', encodeURIComponent(text)],
    ...middles.map((middle, place): [string, string] => [`base64 at ${place}`, middle]),
    ...middles.map((middle, place): [string, string] => [
      `base64url at ${place}`,
      middle.replaceAll('+', '-').replaceAll('/', '_'),
    ]),
    ['hex', hexOf(utf8)],
    ['UTF-16LE', utf16.toString('latin1')],
    ['UTF-16BE', swapped(utf16).toString('latin1')],
    ['decimal entities', entities(text, String)],
    ['hexadecimal entities', entities(text, (code) => `x${code.toString(16)}`)],
    ['quoted-printable', quotedPrintable(text)],
    ['JSON escapes', escaped(text)],
  ]);
}

/** The bytes as Latin-1 in lower case, once as they lie there and once without the line breaks that mails put in. */
function readingsOf(content: string | Buffer): string[] {
  const plain = Buffer.from(content).toString('latin1').toLowerCase();
  return [plain, plain.replace(/=?\r?\n/g, '')];
}

/** Where any of the planted texts stands, in whatever form: 'server log: Zoëquartz as hex'. */
export function findPlanted(planted: readonly string[], places: readonly Place[]): string[] {
  const wanted = planted.flatMap((text) =>
    [...formsOf(text)].map(([form, bytes]) => ({ text, form, bytes: bytes.toLowerCase() })),
  );
  return places.flatMap(({ name, content }) => {
    const readings = readingsOf(content);
    return wanted
      .filter(({ bytes }) => readings.some((reading) => reading.includes(bytes)))
      .map(({ text, form }) => `${name}: ${text} as ${form}`);
  });
}

/** Every file below a folder; none where the server has not needed the folder yet. */
export function filesIn(folder: string): Place[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .map((file) => ({ name: path.relative(folder, file), content: readFileSync(file) }));
}
