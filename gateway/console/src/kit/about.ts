import type { Command, View } from '../api/schema';
import type { Row } from './rows';

/** Views whose rows are about what another view explains, one each: the member of an account. */
const ABOUT: Record<string, string> = { 'members/accounts': 'members/members' };

/** Whether a command asks for a row of this view, or for what its rows are about. */
export function isAbout(command: Command, view: View): boolean {
  const subjects = [view.path, command.service === view.service ? ABOUT[view.path] : undefined];
  return command.fields.some((field) => !field.isNew && field.places.some((place) => subjects.includes(place.view)));
}

/** What is said of one row at a time: a code is made for each and printed. */
const ONE_BY_ONE = new Set(['members/IssueInvite']);

/** Whether a command can be said about many rows of this view at once. */
export const isForMany = (command: Command, view: View): boolean =>
  isAbout(command, view) && !ONE_BY_ONE.has(`${command.service}/${command.name}`);

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
