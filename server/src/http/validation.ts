import type { FieldCode } from '@cso/contract';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { InvalidInput } from '../errors/invalid-input.js';

/** One broken rule as Zod tells it. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly format?: string;
  readonly origin?: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** One pipe for every input part: a broken part answers 400 with a code for each field (interfaces: HTTP). */
class ValidationPipe extends StandardSchemaValidationPipe {
  protected override async validate<T>(input: unknown, schema: Schema, options?: Record<string, unknown>) {
    const result = await super.validate<T>(input, schema, options);
    if (result.issues) throw new InvalidInput(fieldsOf(result.issues, input));
    return result;
  }
}

type Schema = Parameters<StandardSchemaValidationPipe['validate']>[1];

export const validationPipe = () => new ValidationPipe();

/** The field codes of the issues with `input`, which tells a missing value from a wrong one. */
export function fieldsOf(issues: readonly Issue[], input: unknown): Record<string, FieldCode> {
  const fields = new Map<string, FieldCode>();
  for (const issue of issues) {
    const steps = stepsOf(issue);
    const path = steps.join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys ?? []) fields.set([...steps, key].join('.'), 'UNKNOWN_FIELD');
    } else if (path !== '' && !fields.has(path)) fields.set(path, codeOf(issue, valueAt(input, steps)));
  }
  return Object.fromEntries(fields);
}

const stepsOf = (issue: Issue): string[] =>
  (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));

function valueAt(input: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (value, step) => (Object.hasOwn(Object(value), step) ? Object(value)[step] : undefined),
    input,
  );
}

function codeOf(issue: Issue, value: unknown): FieldCode {
  if (isMissing(value)) return 'REQUIRED';
  if (issue.code === 'invalid_union') return codeOfUnion(issue, value);
  const isLength = issue.origin === 'string' || issue.origin === 'array';
  if (isLength && issue.code === 'too_small') return 'TOO_SHORT';
  if (isLength && issue.code === 'too_big') return 'TOO_LONG';
  if (issue.format === 'email') return 'INVALID_EMAIL';
  if (issue.format === 'date' || issue.format === 'datetime') return 'INVALID_DATE';
  return 'INVALID';
}

/** Nothing was typed or chosen: spaces, an empty list and null say no more than leaving the field out. */
const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** A union says what is wrong only when all its branches agree. */
function codeOfUnion(issue: Issue, value: unknown): FieldCode {
  const codes = (issue.errors ?? []).map(([first]) =>
    first && stepsOf(first).length === 0 ? codeOf(first, value) : 'INVALID',
  );
  const [code] = codes;
  return code && codes.every((other) => other === code) ? code : 'INVALID';
}
