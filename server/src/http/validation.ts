import { FieldCode } from '@cso/contract';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { InvalidInput } from './invalid-input.js';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly format?: string;
  readonly origin?: string;
  readonly input?: unknown;
}

/** One pipe for every input part: a broken part answers 400 with a code for each field (interfaces: HTTP). */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new InvalidInput(fieldsOf(issues as readonly Issue[])),
  });

export function fieldsOf(issues: readonly Issue[]): Record<string, FieldCode> {
  const fields: Record<string, FieldCode> = {};
  for (const issue of issues) {
    const path = (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys ?? []) fields[path ? `${path}.${key}` : key] = 'UNKNOWN_FIELD';
    } else fields[path] ??= codeOf(issue);
  }
  return fields;
}

function codeOf(issue: Issue): FieldCode {
  if (issue.code === 'too_small') return 'REQUIRED';
  if (issue.code === 'too_big') return 'TOO_LONG';
  if (issue.code === 'invalid_type' && /received undefined/.test(issue.message)) return 'REQUIRED';
  if (issue.format === 'email') return 'INVALID_EMAIL';
  if (issue.format === 'date') return 'INVALID_DATE';
  return 'INVALID';
}
