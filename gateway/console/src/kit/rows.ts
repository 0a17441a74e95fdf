import { askView } from '../api/client';
import type { Field, Place, View } from '../api/schema';
import { clocks, type When } from './time';

/** A row of a view. */
export interface Row {
  key: string;
  [field: string]: unknown;
}

/** An answer of a view. */
export interface Page {
  asOf: string;
  knownAt: string;
  position: number;
  inboxPosition: number;
  total: number | null;
  next: string | null;
  rows: Row[];
}

/** Counted rows: the fields counted by, and how many. */
export type Counted = Record<string, string | null> & { count: number };

const MOST_ROWS = 1000;

/** All rows of a question. */
export async function allRows(view: string, question: Record<string, string | string[]>): Promise<Row[]> {
  const rows: Row[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: Page = await askView<Page>(view, { ...question, limit: MOST_ROWS, next });
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}

/** Rows counted by one or two fields; of those that a filter admits, if one is given. */
export async function counted(view: string, by: string, when: When, filter: string[] = []): Promise<Counted[]> {
  return (await askView<{ counts: Counted[] }>(view, { count: by, filter, ...clocks(when) })).counts;
}

/** A value that means itself in a filter. */
export const asSuch = (value: string): string => value.replace(/[\\,.~]/g, '\\$&');

const TOGETHER = 100;

interface Wanted {
  id: string;
  found: (row: Row | null) => void;
  failed: (reason: unknown) => void;
}

// Names are asked for by many places of a page at once, and looked up together.
const waiting = new Map<string, Wanted[]>();

/** The row that explains an id; null if there is none that the reader may see. */
export function explained(place: Place, id: string, when: When): Promise<Row | null> {
  const together = JSON.stringify([place.view, place.by ?? '', when.asOf, when.knownAt]);
  return new Promise((found, failed) => {
    const others = waiting.get(together);
    if (others) {
      others.push({ id, found, failed });
      return;
    }
    waiting.set(together, [{ id, found, failed }]);
    setTimeout(() => {
      const all = waiting.get(together) ?? [];
      waiting.delete(together);
      for (let i = 0; i < all.length; i += TOGETHER) void look(place, all.slice(i, i + TOGETHER), when);
    });
  });
}

async function look(place: Place, wanted: Wanted[], when: When): Promise<void> {
  const ids = [...new Set(wanted.map((one) => one.id))];
  const which = place.by
    ? { filter: `${place.by}:${ids.map(asSuch).join(',')}`, limit: MOST_ROWS }
    : { keys: ids.join(',') };
  try {
    const { rows } = await askView<Page>(place.view, { ...which, ...clocks(when) });
    const byId = new Map(rows.map((row) => [place.by ? String(row[place.by]) : row.key, row]));
    wanted.forEach((one) => one.found(byId.get(one.id) ?? null));
  } catch (reason) {
    wanted.forEach((one) => one.failed(reason));
  }
}

/** By which of its fields people know a row, beside the one that a reference names. */
const KNOWN_BY: Record<string, string[]> = {
  'activities/activities': ['plannedFor', 'titleZh'],
  'activities/directives': ['titleZh', 'number'],
  'commendations/nominations': ['candidate', 'category'],
  'commendations/round': ['kind', 'periodFrom'],
  'evaluations/review-board': ['subject', 'year'],
  'evaluations/schemes': ['appliesTo', 'version'],
  'members/members': ['name', 'number'],
  'organizations/bodies': ['kind', 'organization'],
};

/** By which fields people know the rows of a view that every service has. */
const KNOWN_EVERYWHERE: Record<string, string[]> = { 'late-acts': ['type', 'effectiveOn', 'organization'] };

/** A field of a row, and where it is. */
export interface Placed {
  path: string;
  field: Field;
}

/** The fields of a view by which people know its rows. */
export function knownBy(view: View, name: string): Placed[] {
  return (KNOWN_BY[view.path] ?? KNOWN_EVERYWHERE[view.name] ?? [name]).flatMap((path) => {
    const field = fieldAt(view.fields, path.split('.'));
    return field ? [{ path, field }] : [];
  });
}

function fieldAt(fields: Field[], [first, ...rest]: string[]): Field | undefined {
  const field = fields.find((one) => one.name === first);
  return field && rest.length ? fieldAt(field.fields, rest) : field;
}

/** The value at a place of a row. */
export function valueAt(row: Row, path: string): unknown {
  return path.split('.').reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row);
}
