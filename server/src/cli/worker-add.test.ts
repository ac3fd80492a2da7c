import { beforeEach, describe, expect, it } from 'vitest';
import { ADD_ADA, commandLine } from '../testing/command-line.js';

const { cso } = commandLine();
const [, words] = ADD_ADA.split('worker add ');

describe('wrong words after worker add', () => {
  const name = 'must be a name of 1 to 80 characters';
  const role = 'must be one of caseworker, team_manager, form_designer, records_officer, admin, auditor';
  const email = 'must be an e-mail address, such as ada.day@council.gov.uk';

  it.each([
    ['Ada', ['Ada: needs its flag before it']],
    ['--first-name Mary Ann', ['--first-name: takes one value; put quotes round a value of several words']],
    [
      '',
      [
        `--first-name: is missing and ${name}`,
        `--last-name: is missing and ${name}`,
        `--email: is missing and ${email}`,
        `--role: is missing and ${role}`,
      ],
    ],
    ['--first-name Ada --last-name Byron --role admin', [`--email: is missing and ${email}`]],
    ['--first-name Ada --last-name Byron --email ada --role admin', [`--email: ${email}`]],
    ['--first-name Ada --last-name Byron --email аda@council.example --role admin', [`--email: ${email}`]],
    [
      '--first-name= --last-name Byron --email ada --role king',
      [`--first-name: ${name}`, `--email: ${email}`, `--role: ${role}`],
    ],
    [
      `--first-name Ada --last-name ${'B'.repeat(81)} --email ada@council.example --role admin`,
      [`--last-name: ${name}`],
    ],
    ['--first-name Ada --role', [`--role: ${role}`]],
    ['--email --role admin', [`--email: ${email}`]],
    ['--first-name Ada --password x', ['--password: there is no such flag']],
    ['-r admin', ['-r: there is no such flag']],
    [`${words} --team= `, ['--team: must be the name of a team, of 1 to 120 characters']],
  ])('"%s" are named, with what is expected', async (typed, problems) => {
    const { code, printed } = await cso(`worker add ${typed}`.trim());
    expect(code).toBe(2);
    expect(printed.split('\n')).toEqual([
      ...problems,
      expect.stringMatching(/^Usage: worker add --first-name N /),
    ]);
  });

  it('are not printed again: a secret may be among them', async () => {
    const { printed } = await cso(`${ADD_ADA} --password copper-kettle`);
    expect(printed).not.toContain('copper-kettle');
    expect((await cso(`${ADD_ADA} copper-kettle`)).printed).not.toContain('copper-kettle');
  });
});

describe('worker add', () => {
  beforeEach(() => cso('migrate'));

  it('prints a link that works once, and no other secret', async () => {
    const { code, printed } = await cso(`${ADD_ADA} --team Norwich`);
    expect(code).toBe(0);
    expect(printed.match(/http:\/\/localhost:1\/set-password#[\w-]{43}$/g)).toHaveLength(1);
    expect(printed).not.toMatch(/password:|ada@council/i);
  });

  it('adds nobody twice', async () => {
    await cso(ADD_ADA);
    expect(await cso(ADD_ADA)).toEqual({ code: 1, printed: '--email: another worker has this address' });
  });
});
