import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const texts: Record<string, string> = {
  uuid: '019c0000-0000-7000-8000-0000000000ff',
  email: 'somebody@council.example',
  date: '2026-01-15',
  'date-time': '2026-01-15T09:00:00.000Z',
  uri: 'https://council.example',
};

/** An input of the right shape, every optional part included; what it names does not exist. */
export function sampleInput(schema: z.ZodObject): Record<string, unknown> {
  return sampleOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })) as Record<string, unknown>;
}

function sampleOf(schema: JsonSchema): unknown {
  const [branch] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (branch) return sampleOf(branch as JsonSchema);
  if (schema.type === 'object') {
    const parts = Object.entries(schema.properties ?? {});
    return Object.fromEntries(parts.map(([name, part]) => [name, sampleOf(part as JsonSchema)]));
  }
  if (schema.type === 'array') return [sampleOf((schema.items ?? {}) as JsonSchema)];
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  return texts[schema.format ?? ''] ?? 'a'.repeat(Math.max(1, schema.minLength ?? 1));
}
