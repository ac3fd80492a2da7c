import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const texts: Record<string, string> = {
  uuid: '019c0000-0000-7000-8000-0000000000ff',
  email: 'somebody@council.example',
  date: '2026-01-15',
  'date-time': '2026-01-15T09:00:00.000Z',
  uri: 'https://council.example',
};

/** Texts whose pattern no published schema can tell, by the field's name. */
const textsByName: Record<string, string> = {
  email: 'somebody@council.example',
  code: '123456',
  country: 'GB',
  number: '07400 123456',
  password: 'Hedgehog-walks-7',
  passwordConfirmation: 'Hedgehog-walks-7',
};

/** An input of the right shape, every optional part included; what it names does not exist. */
export function sampleInput(schema: z.ZodObject): Record<string, unknown> {
  return sampleOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })) as Record<string, unknown>;
}

function sampleOf(schema: JsonSchema, name = ''): unknown {
  const [branch] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (branch) return sampleOf(branch as JsonSchema, name);
  if (schema.type === 'object') {
    const parts = Object.entries(schema.properties ?? {});
    return Object.fromEntries(parts.map(([key, part]) => [key, sampleOf(part as JsonSchema, key)]));
  }
  if (schema.type === 'array') return [sampleOf((schema.items ?? {}) as JsonSchema)];
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  return textsByName[name] ?? texts[schema.format ?? ''] ?? 'a'.repeat(Math.max(1, schema.minLength ?? 1));
}
