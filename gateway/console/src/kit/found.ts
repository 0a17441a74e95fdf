import type { Command } from '../api/schema';
import type { Filled } from './form';
import { allRows, asSuch, type Row } from './rows';
import { clocks, type When } from './time';

/** Where a field of a command is found when it is said about a row. */
interface Found {
  view: string;
  /** The field there that says what the row says in {@code from}. */
  by: string;
  from: string;
  /** Of several, the last one in this order. */
  sort: string;
  /** The field that is said of those rows alone for which nothing is found. */
  otherwise: string;
}

/** What a row only leads to: the decision about a candidate rests on the last result of their reviews. */
const FOUND: Record<string, Record<string, Found>> = {
  'commendations/DecideCommendation': {
    reviewResult: { view: 'evaluations/review-results', by: 'subject', from: 'candidate', sort: 'year', otherwise: 'reasonWithoutResult' },
  },
};

/** The fields of a command that are found for each row. */
export const foundFor = ({ service, name }: Command): Record<string, Found> => FOUND[`${service}/${name}`] ?? {};

/** What they are for a row; nothing for what is not there. */
export async function foundOf(command: Command, row: Row, when: When): Promise<Filled> {
  const found = await Promise.all(Object.entries(foundFor(command)).map(async ([name, { view, by, from, sort, otherwise }]) => {
    const rows = await allRows(view, { filter: [`${by}:${asSuch(String(row[from] ?? ''))}`], sort, ...clocks(when) });
    const last = rows.at(-1);
    return last ? { [name]: last.key, [otherwise]: null } : { [name]: null };
  }));
  return Object.assign({}, ...found) as Filled;
}
