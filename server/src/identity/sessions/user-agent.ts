import type { Browser, OperatingSystem } from '@cso/contract';

type Marks<Kind> = readonly (readonly [mark: RegExp, kind: Kind])[];

// The first mark counts: browsers and systems also name those that they descend from.

const browsers: Marks<Browser> = [
  [/\b(Edg|EdgA|EdgiOS|Edge)\//, 'edge'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(OPR|SamsungBrowser)\//, 'other'],
  [/\b(Chrome|CriOS)\//, 'chrome'],
  [/\bVersion\/.* Safari\//, 'safari'],
];

const systems: Marks<OperatingSystem> = [
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bMacintosh\b/, 'mac'],
  [/\bCrOS\b/, 'other'],
  [/\bLinux\b/, 'linux'],
];

const kindOf = <Kind>(text: string, marks: Marks<Kind>): Kind | undefined =>
  marks.find(([mark]) => mark.test(text))?.[1];

/** Which browser on which system a User-Agent header says it is; nothing finer is kept of it. */
export const readUserAgent = (header: string | null) => ({
  browser: kindOf(header ?? '', browsers) ?? 'other',
  operatingSystem: kindOf(header ?? '', systems) ?? 'other',
});
