import type { Command, View } from '../api/schema';
import type { Row } from './rows';

/** Whether a command asks for a row of this view. */
export function isAbout(command: Command, view: View): boolean {
  return command.fields.some((field) => !field.isNew && field.places.some((place) => place.view === view.path));
}

/** What a row says of the fields of a command: its own id, and what is called the same in both. */
export function known(command: Command, view: View, row: Row): Record<string, string> {
  const given: Record<string, string> = {};
  for (const field of command.fields) {
    const own = field.places.find((place) => place.view === view.path);
    const value = own ? (own.by ? row[own.by] : row.key) : isSame(view, field.name) ? row[field.name] : undefined;
    if (!field.isNew && (typeof value === 'string' || typeof value === 'number')) given[field.name] = String(value);
  }
  return given;
}

const isSame = (view: View, name: string): boolean =>
  view.fields.some((field) => field.name === name && field.places.length > 0);
