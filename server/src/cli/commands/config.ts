import { z } from 'zod';
import { settingsSchema } from '../../config/settings.js';
import type { Command } from '../command.js';

/** Prints every setting with its default and meaning, from the schema that reads them. */
export const config: Command = {
  summary: 'every setting, its default and what it means',
  async run(_words, print) {
    const { properties = {} } = z.toJSONSchema(settingsSchema, { io: 'input' });
    for (const [name, property] of Object.entries(properties)) {
      const { default: preset, description = '' } = property as { default?: unknown; description?: string };
      print(`${name.padEnd(22)} ${(String(preset ?? '') || '-').padEnd(30)} ${description}`);
    }
    return 0;
  },
};
