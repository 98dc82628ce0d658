import type { z } from 'zod';
import { bodySchema } from '../../shared/records/body-schema.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import type { ContractMemory } from './store.ts';

export type BodySchema = z.ZodType<Readonly<Record<string, unknown>>>;

/** The schema of a kind under one contract, built once. */
export function schemaOf(memory: ContractMemory, kind: KindName): BodySchema {
  const known = memory.schemas.get(kind);
  if (known !== undefined) return known;
  const schema = bodySchema(kind, memory.profile);
  memory.schemas.set(kind, schema);
  return schema;
}
