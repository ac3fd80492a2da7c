import { describe, expect, it } from 'vitest';
import { FileContent, FileName } from './saved-file';

describe('a file to save', () => {
  it.each(['letter.pdf', 'Llythyr y Cyngor – ŵy.PDF', 'export.json'])('may be named %s', (name) => {
    expect(FileName.safeParse(name).success).toBe(true);
  });

  it.each([
    '../letter.pdf',
    'C:\\letter.pdf',
    'a/b.pdf',
    'run.exe',
    'page.html',
    '.pdf',
    'a\u202Efdp.pdf',
    'a\n.pdf',
    '',
  ])('may not be named %j', (name) => {
    expect(FileName.safeParse(name).success).toBe(false);
  });

  it('is bytes, not text', () => {
    expect(FileContent.safeParse('text').success).toBe(false);
    expect(FileContent.safeParse(new Uint8Array([1])).success).toBe(true);
  });
});
