import type { Settings } from '../config/settings.js';

type PhoneSettings = Pick<Settings, 'serviceName' | 'publicOrigin' | 'supportPhone' | 'voiceMode'>;

/** A curly apostrophe alone would make a text twice as long: it is outside the GSM alphabet. */
const inGsm = (text: string): string => text.replaceAll('’', "'");

/** The text with a code; its last line binds the code to this site, for phones that fill it in (security-rules 5.5). */
export function codeText(code: string, { serviceName, publicOrigin }: PhoneSettings): string {
  const { hostname } = new URL(publicOrigin);
  return `${code} is your ${inGsm(serviceName)} code. Never share it.\n\n@${hostname} #${code}`;
}

/** To the old number and the new one, like the e-mail (domain 8.2). */
export const phoneChangedText = ({ serviceName, supportPhone }: PhoneSettings): string =>
  `The phone number of your ${inGsm(serviceName)} account was changed. If this was not you, ring ${supportPhone} now.`;

/** What the voice says. It names the two digits of the page before it asks for the key (security-rules 5.6). */
export function callWords(digits: string, { serviceName, voiceMode }: PhoneSettings): string {
  const [first, second] = digits;
  const wanted =
    voiceMode === 'press_hash'
      ? 'If they are on your screen, press the hash key.'
      : 'If they are on your screen, type them and then press the hash key.';
  return [
    `Hello. This is ${inGsm(serviceName)}.`,
    `Your two digits are ${first}, ${second}.`,
    wanted,
    'If you did not ask for this call, press 1.',
  ].join(' ');
}
