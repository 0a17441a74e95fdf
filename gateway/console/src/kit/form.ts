import type { Field } from '../api/schema';
import { newId } from './ids';

/** What has been filled in, by field. */
export type Filled = Record<string, unknown>;

/** An empty form: new ids are made, no choice is made for anybody. */
export function emptied(fields: Field[]): Filled {
  return Object.fromEntries(fields.map((field) => [field.name, empty(field)]));
}

/** What a form is opened with, in the types of its fields; addresses and rows hold texts. */
export function typed(fields: Field[], given: Filled): Filled {
  return Object.fromEntries(fields.filter((field) => field.name in given)
    .map((field) => [field.name, valueOf(field, given[field.name])]));
}

function valueOf({ kind }: Field, value: unknown): unknown {
  if (kind === 'number') return Number(value);
  return kind === 'truth' ? value === 'true' : value;
}

/** Nothing yet, for this field. */
export function empty(field: Field): unknown {
  if (field.isNew) return newId();
  switch (field.kind) {
    case 'list':
      return [];
    case 'record':
      return field.isRequired ? emptied(field.fields) : null;
    case 'truth':
      return false;
    default:
      return field.isRequired ? '' : null;
  }
}

/** The fields that have to be filled in and are not, as paths. */
export function unfilled(fields: Field[], filled: Filled, above = ''): string[] {
  return fields.flatMap((field) => {
    const path = above + field.name;
    const value = filled[field.name];
    if (field.kind === 'record')
      return value === null ? [] : unfilled(field.fields, value as Filled, `${path}.`);
    if (field.kind === 'list')
      return (value as unknown[] | null ?? []).flatMap((one, i) => {
        if (field.member?.kind === 'record') return unfilled(field.member.fields, one as Filled, `${path}[${i}].`);
        return one === '' ? [`${path}[${i}]`] : [];
      });
    return field.isRequired && (value === '' || value === null || value === undefined) ? [path] : [];
  });
}
