import type { Settings } from '../config/settings.js';
import { htmlLetter, plainText } from './mail-layout.js';
import { type MailPart, type MailSetting, mailWordings } from './mail-templates.js';
import { mailVariables, type TemplatedMail } from './mail-variables.js';

export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type MailSettings = Pick<Settings, 'serviceName' | 'publicOrigin' | 'supportPhone' | 'brandColour'>;

const defaultColour = '#1d70b8';

/** Writes the e-mail in both its forms. Throws when a variable is not exactly what the template takes. */
export function writeMail(mail: TemplatedMail, settings: MailSettings): WrittenMail {
  checkVariables(mail, settings);
  const setting: MailSetting = {
    serviceName: settings.serviceName,
    loginUrl: `${settings.publicOrigin}/sign-in`,
    supportPhone: settings.supportPhone,
  };
  const subject = mailWordings[mail.template].subject(setting);
  const parts = [...bodyOf(mail, setting), ...ending(mail, setting)];
  const { serviceName } = settings;
  const brandColour = settings.brandColour ?? defaultColour;
  return {
    subject,
    text: plainText({ parts }),
    html: htmlLetter({ subject, parts, serviceName, brandColour }),
  };
}

function checkVariables({ template, variables }: TemplatedMail, { publicOrigin }: MailSettings): void {
  mailVariables[template].parse(variables);
  if ('link' in variables && !variables.link.startsWith(`${publicOrigin}/invitation#`)) {
    throw new Error('A link in an e-mail leads to this service');
  }
}

/** The compiler cannot see that template and variables of a union go together; `TemplatedMail` says that they do. */
function bodyOf({ template, variables }: TemplatedMail, setting: MailSetting): MailPart[] {
  const body = mailWordings[template].body as (
    variables: TemplatedMail['variables'],
    setting: MailSetting,
  ) => MailPart[];
  return body(variables, setting);
}

function ending({ template }: TemplatedMail, { supportPhone }: MailSetting): MailPart[] {
  return [
    `If you did not expect this email, ${mailWordings[template].unexpected}`,
    `Need help? Ring us on ${supportPhone}. We cannot see replies to this email.`,
  ];
}
