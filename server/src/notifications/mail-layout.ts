import type { MailPart } from './mail-templates.js';

interface Letter {
  readonly subject: string;
  readonly parts: readonly MailPart[];
  readonly serviceName: string;
  readonly brandColour: string;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** The plain part: a code or a link stands alone on its line. */
export function plainText({ parts }: Pick<Letter, 'parts'>): string {
  return `${parts.map(wordsOf).join('\n\n')}\n`;
}

function wordsOf(part: MailPart): string {
  if (typeof part === 'string') return part;
  return 'code' in part ? part.code : part.link;
}

/** The HTML part: one column, no images, nothing fetched. Styles stand in the tags: mail programs drop the rest. */
export function htmlLetter({ subject, parts, serviceName, brandColour }: Letter): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;background:#ffffff;color:#0b0c0c;font-family:Arial,sans-serif;font-size:19px;line-height:1.4">
<div style="max-width:580px;margin:0 auto;padding:20px">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:6px solid ${brandColour};font-weight:bold">${escapeHtml(serviceName)}</p>
${parts.map(htmlOf).join('\n')}
</div>
</body>
</html>
`;
}

function htmlOf(part: MailPart): string {
  if (typeof part === 'string') return `<p style="margin:0 0 20px">${escapeHtml(part)}</p>`;
  if ('code' in part) {
    return `<p style="margin:0 0 20px;font-size:32px;font-weight:bold;letter-spacing:2px">${escapeHtml(part.code)}</p>`;
  }
  const link = escapeHtml(part.link);
  return `<p style="margin:0 0 20px;overflow-wrap:anywhere"><a href="${link}" style="color:#1a65a6">${link}</a></p>`;
}
